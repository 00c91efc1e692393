public import Domain

/// Wrapped keys, kept apart from the records that they open.
///
/// Same guarantees as ``SealedStore``; besides, a deleted or replaced wrap leaves no residue in the files once `commit`
/// has returned.
public protocol KeyStore: Sendable {
    /// The wraps at the given addresses, in their order; nothing where there is none.
    func wraps(at addresses: [Address]) async throws(StorageError) -> [SealedBox?]

    /// Applies all writes or none.
    func commit(_ batch: SealedBatch) async throws(StorageError)

    /// Applies all writes or none, like `commit`; but what is replaced may stay in the files until the next `commit`.
    ///
    /// For entries that are replaced often and whose older versions say nothing that the newer ones do not.
    func append(_ batch: SealedBatch) async throws(StorageError)

    /// Leaves nothing in the files of boxes that were deleted or replaced: looks for their traces byte by byte, and writes a
    /// file anew where one is found.
    ///
    /// - Parameters:
    ///   - traces: the traces of boxes that are no longer stored.
    ///   - rebuilding: whether the file is written anew in any case, so that older versions go that nobody knows of.
    /// - Throws: ``StorageError/writeFailed(code:)`` while another process keeps the log from being emptied, or when the disk
    ///   is full; calling again goes on.
    func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError)
}

extension KeyStore {
    public func append(_ batch: SealedBatch) async throws(StorageError) { try await commit(batch) }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {}
}
