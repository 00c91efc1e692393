import Domain

/// Something exposed, with what it was made from; good for one answer, or for several that are let through each.
public struct Prepared<Value: Sendable>: Sendable {
    public let value: Value
    var snapshot: ReadSnapshot
    /// For whom it was made and when; nothing where it is good for one answer only.
    let origin: PreparedOrigin?

    init(value: Value, snapshot: ReadSnapshot, origin: PreparedOrigin? = nil) {
        self.value = value
        self.snapshot = snapshot
        self.origin = origin
    }

    /// The same answer with something else made of its value.
    public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Prepared<Other> {
        Prepared<Other>(value: transform(value), snapshot: snapshot, origin: origin)
    }
}

/// For whom something was made, and when.
struct PreparedOrigin: Sendable {
    let viewer: PersonID
    let madeAt: Instant
}

extension EnforcementPoint {
    /// Lets an answer through once more: for the viewer it was made for, in the minute it was made in, while nothing that it
    /// was made from has changed.
    ///
    /// Everything is released at the full minute, so within one only a write can change what a viewer sees.
    public func admit<Value>(again prepared: inout Prepared<Value>, for principal: Principal) -> Admission? {
        guard let origin = prepared.origin, origin.viewer == principal.person,
            vault.clock.now.minutes == origin.madeAt.minutes
        else { return nil }
        return gate.admit(again: &prepared.snapshot, for: principal)
    }
}
