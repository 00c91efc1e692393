import Configuration
import Foundation
import Tabular
import Yams

/// A file of settings: YAML or JSON, one mapping of names to values.
struct SettingsFile {
    private enum Format {
        case yaml, json
    }

    private let path: String
    private let format: Format

    init(path: String) throws(SettingsError) {
        self.path = path
        switch path.lowercased() {
        case let name where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): format = .yaml
        case let name where name.hasSuffix(".json"): format = .json
        default: throw .unknownFileFormat(path: path)
        }
    }

    /// What reads its values; nothing when it is empty.
    ///
    /// Every key is checked first, since a reader only ever asks for keys that it knows.
    func provider() async throws(SettingsError) -> (any ConfigProvider)? {
        guard try checkKeys() else { return nil }
        let location = ConfigReader(
            provider: InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)]))
        do {
            switch format {
            case .yaml: return try await FileProvider<YAMLSnapshot>(config: location)
            case .json: return try await FileProvider<JSONSnapshot>(config: location)
            }
        } catch {
            throw .malformedFile(path: path, reason: "expected names and values")
        }
    }

    /// Whether there are any; throws at the first that means nothing.
    ///
    /// JSON is read as the YAML that it also is.
    private func checkKeys() throws(SettingsError) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadableFile(path: path) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformedFile(path: path, reason: "it is not UTF-8")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw .malformedFile(path: path, reason: Self.reason(error))
        }
        guard let root else { return false }
        guard let mapping = root.mapping else {
            throw .malformedFile(path: path, reason: "expected names and values, as `listen: 127.0.0.1:8080`")
        }
        for (key, value) in mapping {
            let name = key.string ?? "?"
            guard let setting = Setting(rawValue: name) else {
                throw .unknownKey(
                    name, path: path, line: key.mark?.line,
                    nearest: Spelling.nearest(to: name, among: Setting.allCases.map(\.rawValue)))
            }
            guard value.mapping == nil else {
                throw .invalid(setting, source: .file(path: path), value: nil, expectation: "one value, not a mapping")
            }
        }
        return !mapping.isEmpty
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            "line \(mark.line): \(problem)"
        case YamlError.duplicatedKeysInMapping: "a name comes twice"
        default: "it is neither YAML nor JSON"
        }
    }
}
