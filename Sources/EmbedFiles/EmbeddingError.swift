/// Why nothing was written.
enum EmbeddingError: Error {
    case usage
    case notUTF8(name: String)
}
