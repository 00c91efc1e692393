/// Where the value of a setting was found; earlier cases win over later ones.
enum SettingSource: Hashable, Sendable {
    case flag
    case environment
    case file(path: String)

    /// How an operator calls the place of a setting.
    func name(of setting: Setting) -> String {
        switch self {
        case .flag: "`\(setting.flag)`"
        case .environment: "`\(setting.variable)`"
        case .file(let path): "`\(setting.rawValue)` in `\(path)`"
        }
    }
}
