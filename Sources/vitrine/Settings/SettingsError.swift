/// Why the settings do not hold.
///
/// Settings are the operator's own words, so messages repeat them.
enum SettingsError: Error, Equatable {
    /// The settings file is not there, or may not be read.
    case unreadableFile(path: String)
    /// Its name tells neither YAML nor JSON.
    case unknownFileFormat(path: String)
    /// It is not YAML or JSON, or no mapping.
    case malformedFile(path: String, reason: String)
    /// It has a key that means nothing.
    case unknownKey(String, path: String, line: Int?, nearest: String?)
    /// A value does not fit.
    case invalid(Setting, source: SettingSource, value: String?, expectation: String)
    /// A setting that is needed stands nowhere.
    case missing(Setting)
}
