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

    /// Whether any stretch of one of the boxes still lies in the files, wherever in them.
    func holdsResidue(of boxes: [SealedBox]) async throws(StorageError) -> Bool
}

extension KeyStore {
    public func append(_ batch: SealedBatch) async throws(StorageError) { try await commit(batch) }

    public func holdsResidue(of boxes: [SealedBox]) async throws(StorageError) -> Bool { false }
}
