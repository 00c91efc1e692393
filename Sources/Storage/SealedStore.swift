public import Domain

/// The sealed address space: every record about a person, as opaque boxes at opaque addresses.
///
/// Reads never wait for a write, but on the executor, where they may. What `commit` has returned for is on disk and
/// survives a power cut, and every later read sees it.
public protocol SealedStore: Sendable {
    /// Where a task had best run that asks the store many times; nothing when anywhere is as good.
    var executor: (any TaskExecutor)? { get }

    /// The boxes at the given addresses, in their order, all from one state of the store; nothing where there is none.
    func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?]

    /// Applies all writes or none; a cancelled task does not stop it, so that the caller always learns which.
    func commit(_ batch: SealedBatch) async throws(StorageError)

    /// Like `commit`; besides, what the batch deletes and replaces is overwritten where it lay.
    ///
    /// Copies of it may be left elsewhere in the files until ``removeResidue(of:rebuilding:)``.
    func overwrite(_ batch: SealedBatch) async throws(StorageError)

    /// Leaves nothing in the files of boxes that were deleted or replaced: looks for their traces byte by byte, and writes the
    /// file anew where one is found.
    ///
    /// - Parameters:
    ///   - traces: the traces of boxes that are no longer stored.
    ///   - rebuilding: whether the file is written anew in any case, so that older versions go that nobody knows of.
    /// - Throws: ``StorageError/writeFailed(code:)`` while another process keeps the log from being emptied, or when the disk
    ///   is full; calling again goes on.
    func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError)

    /// How many boxes there are.
    func count() async throws(StorageError) -> Int

    /// How many boxes begin with something else than these bytes.
    func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int

    /// Where boxes lie that begin with something else than these bytes.
    func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address]

    /// Boxes of a length behind an address, in the order of the addresses, `limit` of them at most.
    ///
    /// Whoever asks on from the last one sees every box that was there all the time.
    func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)]
}

extension SealedStore {
    public var executor: (any TaskExecutor)? { nil }

    public func overwrite(_ batch: SealedBatch) async throws(StorageError) { try await commit(batch) }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {}

    /// Applies a batch of which nothing that it deletes or replaces is left in the files once this has returned.
    ///
    /// With `compacting`, nothing is left either of what was freed earlier.
    public func erase(_ batch: SealedBatch, compacting: Bool) async throws(StorageError) {
        if batch.isEmpty { return }
        let former = try await boxes(at: Array(batch.writes.keys))
        try await overwrite(batch)
        try await removeResidue(of: Set(former.compactMap { $0.flatMap(BoxTrace.init) }), rebuilding: compacting)
    }
}

extension SealedStore {
    /// The box at an address.
    public func box(at address: Address) async throws(StorageError) -> SealedBox? {
        try await boxes(at: [address])[0]
    }
}

/// Writes that belong together.
///
/// The last write to an address counts.
public struct SealedBatch: Sendable {
    /// A box to put, or nothing to delete what is there.
    public private(set) var writes: [Address: SealedBox?]

    public init() {
        writes = [:]
    }

    public var isEmpty: Bool { writes.isEmpty }

    public mutating func put(_ box: SealedBox, at address: Address) {
        writes[address] = .some(box)
    }

    public mutating func delete(_ address: Address) {
        writes[address] = .some(nil)
    }
}
