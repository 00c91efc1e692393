import Foundation

/// The texts of a policy or an overlay, read but not yet understood.
public struct PolicyFiles: Sendable {
    let files: [SourceFile]
    /// What stands before the names of files in messages: a path that ends in a slash, or nothing.
    let folder: String

    /// Reads every YAML file that stands directly in the directory, and the suites in its folder `tests`.
    ///
    /// Folders (`schema`, `overlays`, `tests/runner`) are left alone, and so is whatever is no YAML.
    public init(directory: String) throws(PolicyFilesError) {
        let trimmed = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        var files = try Self.yaml(in: trimmed)
        guard !files.isEmpty else { throw .noPolicy(trimmed) }
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: trimmed + "/tests", isDirectory: &isDirectory), isDirectory.boolValue
        {
            files += try Self.yaml(in: trimmed + "/tests")
        }
        self.files = files
        folder = trimmed + "/"
    }

    private static func yaml(in folder: String) throws(PolicyFilesError) -> [SourceFile] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory) else {
            throw .missingDirectory(folder)
        }
        guard isDirectory.boolValue else { throw .noDirectory(folder) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadableDirectory(folder)
        }
        var files: [SourceFile] = []
        // `.yml` is read as well, so that a misnamed file is told and not passed over.
        for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            let path = "\(folder)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreadableFile(path) }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .notUTF8(path, line: line(of: bytes))
            }
            files.append(SourceFile(name: path, text: text))
        }
        return files
    }

    /// The first line that is not UTF-8.
    private static func line(of bytes: Data) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    /// Takes texts that are at hand; of a name's path only the last part decides what the file is.
    public init(files: [(name: String, text: String)]) {
        self.files = files.map { SourceFile(name: $0.name, text: $0.text) }
        folder = self.files.first.map { String($0.name.dropLast($0.baseName.count)) } ?? ""
    }
}
