import CSodium
import Synchronization

/// Locks memory against being swapped out and dumped; says whether it could.
typealias MemoryLock = @Sendable (UnsafeMutableRawPointer, Int) -> Bool

/// The slabs that all keys of one hierarchy lie in.
///
/// Slabs double in size, so that there are few; slots that a key has left are used again. A lock that fails (most often
/// because of `RLIMIT_MEMLOCK`) stops nothing, but shows as ``lockedByteCount`` below ``totalByteCount``.
@safe
final class LockedMemory: Sendable {
    // The lock function takes a pointer, and is only ever given a slab's own.

    /// A multiple of every page size in use; 512 keys.
    static let firstSlabByteCount = 16384
    /// Keeps a failed lock, or an idle slab, from costing more than this.
    static let largestSlabByteCount = 1 << 20

    private struct State {
        var slabs: [KeySlab] = []
        var free: [KeySlot] = []
    }

    private let state = Mutex(State())
    private let lock: MemoryLock

    convenience init() throws(SealingError) {
        unsafe try self.init { start, count in unsafe sodium_mlock(start, count) == 0 }
    }

    init(lock: @escaping MemoryLock) throws(SealingError) {
        guard Sodium.isReady else { throw .libraryUnavailable }
        unsafe self.lock = lock
    }

    var totalByteCount: Int {
        state.withLock { state in state.slabs.reduce(0) { $0 + $1.byteCount } }
    }

    var lockedByteCount: Int {
        state.withLock { state in state.slabs.reduce(0) { $0 + ($1.isLocked ? $1.byteCount : 0) } }
    }

    var slots: (total: Int, used: Int) {
        state.withLock { state in
            let total = state.slabs.reduce(0) { $0 + $1.slotCount }
            return (total, total - state.free.count)
        }
    }

    /// A slot of zeros that nobody else has.
    func reserve() -> KeySlot {
        state.withLock { state in
            if let slot = state.free.popLast() { return slot }
            let size = min(state.slabs.last.map { $0.byteCount * 2 } ?? 0, Self.largestSlabByteCount)
            let slab = unsafe KeySlab(byteCount: max(size, Self.firstSlabByteCount), lock: lock)
            state.slabs.append(slab)
            state.free = (1..<slab.slotCount).reversed().map { KeySlot(slab: slab, index: $0) }
            return KeySlot(slab: slab, index: 0)
        }
    }

    /// Takes back a slot that has been zeroed.
    func release(_ slot: KeySlot) {
        state.withLock { $0.free.append(slot) }
    }
}
