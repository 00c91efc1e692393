import Domain
import Synchronization

/// Where narrowings and answers meet.
///
/// Every write raises the generation of the people concerned, and their face too unless it is known that nobody else can see
/// what was written. An answer notes the faces that it is made from, or the generation where it is about the person's own, and
/// is let through only while they still hold. A narrowing is acknowledged only after every answer that was let through
/// before it has been sent, or is cut off.
public final class Gate: Sendable {
    /// How long a narrowing waits for answers under way before they are cut off.
    static let patience: Duration = .milliseconds(100)

    private struct State {
        var generations: [PersonID: UInt64] = [:]
        /// What others may have seen of a person is out of date when this has moved.
        var faces: [PersonID: UInt64] = [:]
        var global: UInt64 = 0
        /// Raised with every generation; while it stands still, nothing was narrowed.
        var sequence: UInt64 = 0
        var admissions: [UInt64: (cut: Admission.Cut, snapshot: ReadSnapshot)] = [:]
        var nextAdmission: UInt64 = 0
        var drains: [UInt64: Drain] = [:]
        var nextDrain: UInt64 = 0

        /// Takes answers that nobody has to wait for any more from the drains, and returns who waits for those that are over.
        mutating func end(_ numbers: Set<UInt64>) -> [CheckedContinuation<Void, Never>] {
            var over: [CheckedContinuation<Void, Never>] = []
            for (key, drain) in drains {
                let open = drain.open.subtracting(numbers)
                drains[key] = open.isEmpty ? nil : Drain(open: open, waiting: drain.waiting)
                if open.isEmpty, let waiting = drain.waiting { over.append(waiting) }
            }
            return over
        }
    }

    private struct Drain {
        var open: Set<UInt64>
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    init() {}

    /// What everything made from now on is compared with.
    func sequence() -> (sequence: UInt64, global: UInt64) {
        state.withLock { ($0.sequence, $0.global) }
    }

    func generation(of person: PersonID) -> UInt64 {
        state.withLock { $0.generations[person] ?? 0 }
    }

    func generations(of people: some Collection<PersonID>) -> [UInt64] {
        state.withLock { state in people.map { state.generations[$0] ?? 0 } }
    }

    func faces(of people: some Collection<PersonID>) -> [UInt64] {
        state.withLock { state in people.map { state.faces[$0] ?? 0 } }
    }

    /// Raises the generations of people; what was made of them before is not let through any more, but for what others see
    /// of those whose face is kept.
    func raise(_ people: some Sequence<PersonID>, keepingFacesOf unchanged: Set<PersonID> = []) {
        state.withLock { state in
            for person in people {
                state.generations[person, default: 0] += 1
                if !unchanged.contains(person) { state.faces[person, default: 0] += 1 }
            }
            state.sequence += 1
        }
    }

    /// Raises what everything depends on: the policy, the catalogue, the tokens.
    func raiseAll() {
        state.withLock { state in
            state.global += 1
            state.sequence += 1
        }
    }

    /// Lets an answer through, or nothing when something that it was made from has changed.
    func admit(_ snapshot: ReadSnapshot) -> Admission? {
        admit(snapshot, holdingAt: snapshot.sequence, for: nil)?.admission
    }

    /// The same of an answer of which it is known that it held at a later change, and the last change at which it holds.
    ///
    /// With a principal, only while nothing that everything depends on has moved since that was looked up: no token was
    /// revoked, then, before the admission that a revocation waits for.
    func admit(
        _ snapshot: ReadSnapshot, holdingAt sequence: UInt64, for principal: Principal?
    ) -> (admission: Admission, sequence: UInt64)? {
        let cut = Admission.Cut()
        let admitted = state.withLock { state -> (number: UInt64, sequence: UInt64)? in
            if let principal, principal.stand != state.global { return nil }
            if state.sequence != sequence {
                guard state.global == snapshot.global,
                    zip(snapshot.circle.people, snapshot.circle.faces).allSatisfy({ state.faces[$0] ?? 0 == $1 }),
                    snapshot.faces.allSatisfy({ state.faces[$0.key] ?? 0 == $0.value }),
                    snapshot.generations.allSatisfy({ state.generations[$0.key] ?? 0 == $0.value })
                else { return nil }
            }
            let number = state.nextAdmission
            state.nextAdmission += 1
            state.admissions[number] = (cut, snapshot)
            return (number, state.sequence)
        }
        return admitted.map { (Admission(number: $0.number, cut: cut, gate: self), $0.sequence) }
    }

    func leave(_ number: UInt64) {
        // What it was made from is handed out, and so let go of outside of the lock.
        let (over, _) = state.withLock { state in
            let left = state.admissions.removeValue(forKey: number)
            return (left == nil || state.drains.isEmpty ? [] : state.end([number]), left)
        }
        for waiting in over { waiting.resume() }
    }

    /// Notes what a narrowing has to wait for; nothing when there is nothing.
    ///
    /// That is every answer let through so far that was made from any of these people, or from anything at all when everybody
    /// is concerned, and whatever narrowings before it still wait for: one that finds nothing left to narrow is not acknowledged
    /// before the one that did it.
    ///
    /// INVARIANT: called while writing, so that no narrowing after it misses what it waits for.
    func beginDrain(_ people: Set<PersonID>, everybody: Bool) -> UInt64? {
        state.withLock { state in
            var open = Set(state.admissions.filter { everybody || $0.value.snapshot.concerns(people) }.keys)
            for drain in state.drains.values { open.formUnion(drain.open) }
            if open.isEmpty { return nil }
            let number = state.nextDrain
            state.nextDrain += 1
            state.drains[number] = Drain(open: open)
            return number
        }
    }

    /// Returns when all that was noted has been sent or cut off.
    func drained(_ number: UInt64) async {
        let limit = Task {
            try await Task.sleep(for: Self.patience)
            cutOff(number)
        }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.drains[number] == nil { return true }
                state.drains[number]?.waiting = continuation
                return false
            }
            if isOver { continuation.resume() }
        }
        limit.cancel()
    }

    /// Gives up the answers that a drain still waits for.
    ///
    /// One that no connection has begun to write is over at once. One that is being written is over when its connection
    /// says so: until it is closed, bytes in its buffer could still be sent.
    private func cutOff(_ number: UInt64) {
        let (over, writing) = state.withLock { state in
            var writing: [any AnswerConnection] = []
            var ended: Set<UInt64> = []
            for admission in state.drains[number]?.open ?? [] {
                if let connection = state.admissions[admission]?.cut.happen() {
                    writing.append(connection)
                } else {
                    state.admissions.removeValue(forKey: admission)
                    ended.insert(admission)
                }
            }
            return (state.end(ended), writing)
        }
        for waiting in over { waiting.resume() }
        for connection in writing { connection.cutOff() }
    }
}

/// Something exposed that was let through, with the permission to write it.
///
/// The gate alone makes one.
public struct Admitted<Value: Sendable>: Sendable {
    public let value: Value
    public let admission: Admission

    init(value: Value, admission: Admission) {
        self.value = value
        self.admission = admission
    }
}

extension Gate {
    /// Lets an answer through, or returns `nil` if something that it was made from has changed: make it anew.
    public func admit<Value>(_ prepared: Prepared<Value>) -> Admitted<Value>? {
        admit(prepared.snapshot).map { Admitted(value: prepared.value, admission: $0) }
    }
}
