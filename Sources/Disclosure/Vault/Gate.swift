import Domain
import Synchronization

/// Whose answers may say more than they would now.
struct Narrowed: Sendable {
    let people: Set<PersonID>
    let everybody: Bool
}

/// Where narrowings and answers meet.
///
/// Every write raises the generation of the people concerned, and their face too unless it is known that nobody else can see
/// what was written. An answer notes the faces that it is made from, or the generation where it is about the person's own, and
/// is let through only while they still hold. A narrowing is acknowledged only after every answer that was let through
/// before it has been handed over, or is cut off.
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
    }

    private struct Drain {
        var open: Set<UInt64>
        var continuation: CheckedContinuation<Void, Never>
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
        var snapshot = snapshot
        return admit(again: &snapshot, for: nil)
    }

    /// The same of an answer that may have been let through before, and what is to be compared the next time.
    ///
    /// With a principal, only while nothing that everything depends on has moved since that was looked up: no token was
    /// revoked, then, before the admission that a revocation waits for.
    func admit(again snapshot: inout ReadSnapshot, for principal: Principal?) -> Admission? {
        state.withLock { state -> Admission? in
            if let principal, principal.stand != state.global { return nil }
            if state.sequence != snapshot.sequence {
                guard state.global == snapshot.global,
                    zip(snapshot.circle.people, snapshot.circle.faces).allSatisfy({ state.faces[$0] ?? 0 == $1 }),
                    snapshot.faces.allSatisfy({ state.faces[$0.key] ?? 0 == $0.value }),
                    snapshot.generations.allSatisfy({ state.generations[$0.key] ?? 0 == $0.value })
                else { return nil }
                snapshot.sequence = state.sequence
            }
            let number = state.nextAdmission
            state.nextAdmission += 1
            let admission = Admission(number: number, gate: self)
            state.admissions[number] = (admission.cut, snapshot)
            return admission
        }
    }

    func leave(_ number: UInt64) {
        let finished = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            guard state.admissions.removeValue(forKey: number) != nil else { return [] }
            var finished: [CheckedContinuation<Void, Never>] = []
            for key in Array(state.drains.keys) {
                state.drains[key]?.open.remove(number)
                if let drain = state.drains[key], drain.open.isEmpty {
                    finished.append(drain.continuation)
                    state.drains[key] = nil
                }
            }
            return finished
        }
        for continuation in finished { continuation.resume() }
    }

    /// Returns when every answer let through so far that was made from any of these people, or from anything at all when
    /// everybody is concerned, has been handed over or cut off.
    func drain(_ people: Set<PersonID>, everybody: Bool) async {
        let limit = Mutex<Task<Void, Never>?>(nil)
        await withCheckedContinuation { continuation in
            let waiting = state.withLock { state -> UInt64? in
                let open = Set(
                    state.admissions.filter { everybody || $0.value.snapshot.concerns(people) }.keys)
                if open.isEmpty { return nil }
                let number = state.nextDrain
                state.nextDrain += 1
                state.drains[number] = Drain(open: open, continuation: continuation)
                return number
            }
            guard let waiting else {
                continuation.resume()
                return
            }
            let task = Task {
                try? await Task.sleep(for: Self.patience)
                self.cutOff(waiting)
            }
            limit.withLock { $0 = task }
        }
        limit.withLock { $0?.cancel() }
    }

    func drain(_ narrowed: Narrowed) async { await drain(narrowed.people, everybody: narrowed.everybody) }

    private func cutOff(_ number: UInt64) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let drain = state.drains.removeValue(forKey: number) else { return nil }
            for admission in drain.open { state.admissions.removeValue(forKey: admission)?.cut.happen() }
            return drain.continuation
        }
        continuation?.resume()
    }
}

extension Gate {
    /// Lets an answer through, or nothing when something that it was made from has changed: make it anew.
    public func admit<Value>(_ prepared: Prepared<Value>) -> Admission? {
        admit(prepared.snapshot)
    }
}
