/// Why policy files cannot be read.
public enum PolicyFilesError: Error, Equatable {
    case missingDirectory(String)
    /// Something else than a directory has that name.
    case noDirectory(String)
    case unreadableDirectory(String)
    /// A directory without any YAML file.
    case noPolicy(String)
    case unreadableFile(String)
    /// The line is the first one that is not.
    case notUTF8(String, line: Int)
}

extension PolicyFilesError: CustomStringConvertible {
    /// For the person at the keyboard.
    public var description: String {
        switch self {
        case .missingDirectory(let path): "there is no directory `\(path)`"
        case .noDirectory(let path): "`\(path)` is a file, not a directory of policy files"
        case .unreadableDirectory(let path): "the directory `\(path)` cannot be read: check its permissions"
        case .noPolicy(let path): "the directory `\(path)` holds no policy: there is no `*.yaml` in it"
        case .unreadableFile(let path): "the file `\(path)` cannot be read: check its permissions"
        case .notUTF8(let path, let line): "\(path):\(line): error: the line is not UTF-8"
        }
    }
}
