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
}
