import Foundation

/// The texts of a policy, read but not yet understood.
public struct PolicyFiles: Sendable {
    let files: [SourceFile]

    /// Reads every `*.yaml` that stands directly in the directory, and the suites in its folder `tests`.
    public init(directory: String) throws(PolicyFilesError) {
        let folder = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        var files = try Self.yaml(in: folder)
        if FileManager.default.fileExists(atPath: folder + "/tests") { files += try Self.yaml(in: folder + "/tests") }
        self.files = files
    }

    private static func yaml(in folder: String) throws(PolicyFilesError) -> [SourceFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadableDirectory(folder)
        }
        var files: [SourceFile] = []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            let path = "\(folder)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadableFile(path) }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path) }
            files.append(SourceFile(name: path, text: text))
        }
        return files
    }

    /// Takes texts that are at hand; of a name's path only the last part decides what the file is.
    public init(files: [(name: String, text: String)]) {
        self.files = files.map { SourceFile(name: $0.name, text: $0.text) }
    }
}
