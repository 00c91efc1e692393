/// Why the catalogue cannot be searched as asked.
public enum CatalogueSearchError: Error, Equatable, Sendable {
    case invalidCursor
    case vault(VaultError)
}
