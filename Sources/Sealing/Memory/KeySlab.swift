import CSodium

/// One page-aligned allocation between guard pages that holds 32-byte slots.
///
/// One `sodium_malloc` a key neither scales (two guard pages and a canary page each) nor tells when locking fails; here
/// the lock is a call of its own, and its result is kept.
@safe
final class KeySlab: @unchecked Sendable {
    // INVARIANT: `base` is valid for `slotCount` slots while the slab lives. A slot belongs to one `SecretKey` at most,
    // which alone writes it, in its initialiser and its deinitialiser; between them the slot is only read. So the class
    // may cross threads though it holds a pointer.

    static let slotByteCount = 32

    let byteCount: Int
    let isLocked: Bool
    private let base: UnsafeMutableRawPointer

    var slotCount: Int { byteCount / Self.slotByteCount }

    /// Precondition: a positive multiple of the page size, so that the first slot begins a page.
    init(byteCount: Int, lock: MemoryLock) {
        precondition(byteCount > 0 && byteCount.isMultiple(of: LockedMemory.firstSlabByteCount))
        guard let base = unsafe sodium_malloc(byteCount) else { fatalError("no memory for keys") }
        unsafe sodium_memzero(base, byteCount)
        self.byteCount = byteCount
        unsafe self.base = base
        isLocked = unsafe lock(base, byteCount)
    }

    deinit {
        unsafe sodium_free(base)
    }

    func slot(_ index: Int) -> UnsafeMutableRawBufferPointer {
        precondition((0..<slotCount).contains(index))
        return unsafe UnsafeMutableRawBufferPointer(
            start: base + index * Self.slotByteCount, count: Self.slotByteCount)
    }
}
