import Disclosure
import Logging

/// What an operator decides: by flag, environment and file, the earlier before the later.
struct Settings: Hashable, Sendable {
    /// The loopback, so that a server is reachable from elsewhere only when somebody says so.
    static let defaultListen = ListenAddress(host: "127.0.0.1", port: 8080)
    static let defaultOperationsListen = ListenAddress(host: "127.0.0.1", port: 9090)

    /// The data directory.
    var data: String?
    /// A directory of policy sources; nothing means the policy that is built in.
    var policies: String?
    /// Directories of what is laid over it.
    var overlays: [String] = []
    /// Where the root key comes from; nothing means the first place where there is one.
    var keySource: RootKeySource?
    var listen = Settings.defaultListen
    /// Health and metrics, never for the public.
    var operationsListen = Settings.defaultOperationsListen
    var logLevel = Logger.Level.info
    /// How much the copies may take that answers are made from.
    var memory = MemoryBudget.standard

    /// Where the policy comes from.
    var policy: PolicyOrigin { PolicyOrigin(directory: policies, overlays: overlays) }

    /// The data directory with where its root key comes from, for commands that cannot do without.
    func directory() throws(SettingsError) -> DataDirectory {
        DataDirectory(path: try requiredData(), keySource: keySource)
    }

    /// The data directory, for commands that cannot do without.
    func requiredData() throws(SettingsError) -> String {
        guard let data else { throw .missing(.data) }
        return data
    }
}
