/// Why policy files cannot be read.
public enum PolicyFilesError: Error, Equatable {
    case unreadableDirectory(String)
    case unreadableFile(String)
    case notUTF8(String)
}
