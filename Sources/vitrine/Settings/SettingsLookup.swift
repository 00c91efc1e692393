import Configuration

/// Finds the value of a setting, and where it stands.
struct SettingsLookup: Sendable {
    private let reader: ConfigReader
    private let recorder: SourceRecorder
    private let sources: [SettingSource]

    init(flags: [Setting: String], file: String?, environment: [String: String]) async throws(SettingsError) {
        let values = flags.map { (AbsoluteConfigKey($0.key), ConfigValue(.string($1), isSecret: false)) }
        var sources: [SettingSource] = [.flag, .environment]
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: Dictionary(values) { $1 }),
            EnvironmentVariablesProvider(environmentVariables: environment).mapKeys(Self.variableKey),
        ]
        if let file, let provider = try await SettingsFile(path: file).provider() {
            providers.append(provider)
            sources.append(.file(path: file))
        }
        recorder = SourceRecorder()
        reader = ConfigReader(providers: providers, accessReporter: recorder)
        self.sources = sources
    }

    /// The value from the first source that has one; nothing when none has.
    func value<Value>(
        of setting: Setting, _ expectation: String, read: (String) -> Value?
    ) throws(SettingsError) -> Value? {
        let text = reader.string(forKey: setting.key)
        guard let source = source(of: setting) else { return nil }
        // A source that has the key but no text for it holds a list.
        guard let text, let value = read(text) else {
            throw .invalid(setting, source: source, value: text, expectation: expectation)
        }
        return value
    }

    /// Where the setting was found, once it was looked for.
    func source(of setting: Setting) -> SettingSource? {
        recorder.position(of: AbsoluteConfigKey(setting.key)).map { sources[$0] }
    }

    private static let variables = Dictionary(
        uniqueKeysWithValues: Setting.allCases.map { ($0.rawValue, $0.variable) })

    @Sendable private static func variableKey(_ key: AbsoluteConfigKey) -> AbsoluteConfigKey {
        AbsoluteConfigKey(key.components.map { variables[$0] ?? $0 })
    }
}
