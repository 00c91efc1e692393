import Domain
import Synchronization

/// An answer that is kept, to be let through again and again.
public final class KeptAnswer<Value: Sendable>: Sendable {
    public let value: Value
    fileprivate let snapshot: ReadSnapshot
    fileprivate let origin: PreparedOrigin?
    /// A change of the gate's at which everything that it was made from still held.
    fileprivate let sequence: Atomic<UInt64>

    public init(_ prepared: Prepared<Value>) {
        value = prepared.value
        snapshot = prepared.snapshot
        origin = prepared.origin
        sequence = Atomic(prepared.snapshot.sequence)
    }
}

extension EnforcementPoint {
    /// Lets an answer through once more: for the viewer it was made for, in the minute it was made in, while nothing that it
    /// was made from has changed.
    ///
    /// Everything is released at the full minute, so within one only a write can change what a viewer sees.
    public func admit<Value>(_ kept: KeptAnswer<Value>, for principal: Principal) -> Admitted<Value>? {
        guard let origin = kept.origin, origin.viewer == principal.person,
            vault.clock.now.minutes == origin.madeAt.minutes
        else { return nil }
        let known = kept.sequence.load(ordering: .relaxed)
        guard let (admission, sequence) = gate.admit(kept.snapshot, holdingAt: known, for: principal) else {
            return nil
        }
        // Of two that differ either is true: all that it was made from held then.
        if sequence != known { kept.sequence.store(sequence, ordering: .relaxed) }
        return Admitted(value: kept.value, admission: admission)
    }
}
