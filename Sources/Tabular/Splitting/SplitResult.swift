/// What became of the attempt to find one record at the start of a window.
enum SplitResult {
    /// The record, with its line end, is so many bytes long.
    case record(length: Int)
    /// The window ends within the record.
    case incomplete
    /// The record breaks the rules of the format.
    case malformed(reason: String)
}
