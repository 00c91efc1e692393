extension SettingsError: CustomStringConvertible {
    var description: String {
        switch self {
        case .unreadableFile(let path): "cannot read the settings file `\(path)`"
        case .unknownFileFormat(let path): "the settings file `\(path)` ends neither in `.yaml`, `.yml` nor `.json`"
        case .malformedFile(let path, let reason): "the settings file `\(path)` cannot be read: \(reason)"
        case .unknownKey(let key, let path, let line, let nearest):
            "\(path)\(line.map { ":\($0)" } ?? ""): there is no setting `\(key)`; "
                + (nearest.map { "did you mean `\($0)`?" }
                    ?? "known are \(Setting.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
        case .invalid(let setting, let source, let value, let expectation):
            "\(source.name(of: setting)): expected \(expectation)\(value.map { ", found `\($0)`" } ?? "")"
        case .missing(let setting):
            "`\(setting.flag)` is missing; `\(setting.variable)` and the key `\(setting.rawValue)` of a settings file "
                + "do as well"
        }
    }
}
