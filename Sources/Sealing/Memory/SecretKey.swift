import CSodium

/// 32 secret bytes in a slot of locked memory, zeroed when the handle goes.
struct SecretKey: ~Copyable, Sendable {
    static let byteCount = KeySlab.slotByteCount

    let memory: LockedMemory
    private let slot: KeySlot

    /// The closure has to write all 32 bytes.
    init<E: Error>(
        in memory: LockedMemory, writtenBy write: (UnsafeMutableRawBufferPointer) throws(E) -> Void
    ) throws(E) {
        self.memory = memory
        slot = memory.reserve()
        unsafe try write(slot.slab.slot(slot.index))
    }

    /// Precondition: 32 bytes.
    ///
    /// The caller wipes its copy.
    init(in memory: LockedMemory, copying bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == Self.byteCount)
        unsafe self.init(in: memory) { slot in unsafe slot.copyMemory(from: bytes) }
    }

    /// A new key.
    init(in memory: LockedMemory, random: any RandomSource) {
        var bytes = random.bytes(Self.byteCount)
        precondition(bytes.count == Self.byteCount, "the random source gave too few bytes")
        unsafe self.init(in: memory) { slot in unsafe slot.copyBytes(from: bytes) }
        bytes.wipe()
    }

    deinit {
        unsafe sodium_memzero(slot.slab.slot(slot.index).baseAddress, Self.byteCount)
        memory.release(slot)
    }

    func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try unsafe body(UnsafeRawBufferPointer(slot.slab.slot(slot.index)))
    }

    /// Takes the same time wherever the keys differ.
    func isEqual(to other: borrowing SecretKey) -> Bool {
        let mine = unsafe slot.slab.slot(slot.index)
        let theirs = unsafe other.slot.slab.slot(other.slot.index)
        return unsafe sodium_memcmp(mine.baseAddress, theirs.baseAddress, Self.byteCount) == 0
    }
}
