import Disclosure
import Logging

extension Settings {
    /// The variable that names the settings file.
    static let fileVariable = "VITRINE_CONFIG"

    /// Reads the settings: `flags` are what the command line says, `file` is the settings file that it names.
    ///
    /// Where it names none, `VITRINE_CONFIG` is looked at.
    static func load(
        flags: [Setting: String], file: String?, environment: [String: String]
    ) async throws(SettingsError) -> Settings {
        let lookup = try await SettingsLookup(
            flags: flags, file: file ?? environment[fileVariable], environment: environment)
        var settings = Settings()
        settings.data = try lookup.value(of: .data, "the path of a directory", read: path)
        settings.policies = try lookup.value(of: .policies, "the path of a directory", read: path)
        settings.overlays =
            try lookup.value(of: .overlay, "paths of directories, separated by `:`", read: paths) ?? []
        settings.keySource = try lookup.value(
            of: .keySource, "`file`, `file:PATH`, `credential`, `environment` or `passphrase`",
            read: RootKeySource.init)
        let address = "`HOST:PORT`, as `127.0.0.1:8080` or `[::1]:8080`"
        if let listen = try lookup.value(of: .listen, address, read: ListenAddress.init) {
            settings.listen = listen
        }
        if let listen = try lookup.value(of: .operationsListen, address, read: ListenAddress.init) {
            settings.operationsListen = listen
        }
        let levels = Logger.Level.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        if let level = try lookup.value(of: .logLevel, "one of \(levels)", read: { Logger.Level(rawValue: $0) }) {
            settings.logLevel = level
        }
        let sizes = "a whole number of megabytes from \(MemoryBudget.least.bytes >> 20) to 65536"
        if let memory = try lookup.value(of: .cacheMegabytes, sizes, read: memory) { settings.memory = memory }
        if settings.listen == settings.operationsListen, settings.listen.port != 0 {
            throw .invalid(
                .operationsListen, source: lookup.source(of: .operationsListen) ?? lookup.source(of: .listen) ?? .flag,
                value: settings.operationsListen.description, expectation: "another address than that of `listen`")
        }
        return settings
    }

    private static func memory(_ text: String) -> MemoryBudget? {
        let least = MemoryBudget.least.bytes >> 20
        guard let megabytes = Int(text), (least...65_536).contains(megabytes) else { return nil }
        return MemoryBudget(bytes: megabytes << 20)
    }

    private static func paths(_ text: String) -> [String]? {
        let paths = text.split(separator: ":", omittingEmptySubsequences: false).map { path(String($0)) }
        return paths.contains(nil) ? nil : paths.compactMap(\.self)
    }

    private static func path(_ text: String) -> String? {
        text.isEmpty || text.utf8.contains(0) ? nil : text
    }
}
