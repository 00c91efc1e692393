/// What a root key seals wraps with, kept instead of the root key itself.
final class RootSubkeys: Sendable {
    let seed: RecordSubkeys
    let owners: RecordSubkeys
    let service: RecordSubkeys

    init(_ root: borrowing RootKey) {
        seed = root.wrapKeys(for: .seed)
        owners = root.wrapKeys(for: .ownerKeys)
        service = root.wrapKeys(for: .serviceKeys)
    }
}
