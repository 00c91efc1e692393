/// A message on the control socket: its length in four bytes, most significant first, and then itself.
enum Frame {
    /// In bytes, without the length.
    ///
    /// Batches of an import are a hundredth of it.
    static let maximumLength = 64 * 1024 * 1024
}
