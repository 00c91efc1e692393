/// Where the root key comes from.
enum RootKeySource: Hashable, Sendable {
    /// A file of mode 0600; `root.key` in the data directory, unless said otherwise.
    case file(String?)
    /// `vitrine.root-key` among the credentials that systemd hands over.
    case credential
    /// The variable `VITRINE_ROOT_KEY`.
    case environment
    /// Made of a passphrase, with what `root.kdf` in the data directory says.
    case passphrase

    /// As a setting writes it.
    init?(_ text: String) {
        switch text {
        case "file": self = .file(nil)
        case "credential": self = .credential
        case "environment": self = .environment
        case "passphrase": self = .passphrase
        default:
            guard text.hasPrefix("file:"), text.count > 5 else { return nil }
            self = .file(String(text.dropFirst(5)))
        }
    }
}
