import Domain
import Synchronization
import Testing

@testable import Disclosure

struct GateTests {
    private static let ada = PersonID(rawValue: 1)
    private static let ben = PersonID(rawValue: 2)
    private static let cleo = PersonID(rawValue: 3)

    /// What an answer made of these people notes.
    private func snapshot(_ gate: Gate, _ people: PersonID...) -> ReadSnapshot {
        let stand = gate.sequence()
        var snapshot = ReadSnapshot(sequence: stand.sequence, global: stand.global)
        for person in people { snapshot.note(person, gate.generation(of: person)) }
        return snapshot
    }

    @Test func `an answer is let through while nothing has changed`() {
        let gate = Gate()
        gate.raise([Self.ada])
        #expect(gate.admit(snapshot(gate, Self.ada, Self.ben)) != nil)
    }

    @Test(arguments: [ada, ben]) func `a change of anybody it was made from stops it`(person: PersonID) {
        let gate = Gate()
        let made = snapshot(gate, Self.ada, Self.ben)
        gate.raise([person])
        #expect(gate.admit(made) == nil)
        #expect(gate.admit(snapshot(gate, Self.ada, Self.ben)) != nil)
    }

    @Test func `a change of somebody else does not`() {
        let gate = Gate()
        let made = snapshot(gate, Self.ada, Self.ben)
        gate.raise([Self.cleo])
        #expect(gate.admit(made) != nil)
    }

    @Test func `a change of what everything depends on stops every answer`() {
        let gate = Gate()
        let made = snapshot(gate)
        gate.raiseAll()
        #expect(gate.admit(made) == nil)
    }

    @Test func `the first note about a person counts`() {
        let gate = Gate()
        var made = snapshot(gate, Self.ada)
        gate.raise([Self.ada])
        made.note(Self.ada, gate.generation(of: Self.ada))
        #expect(gate.admit(made) == nil)
    }

    @Test func `a narrowing waits until the answers made of the person are handed over`() async throws {
        let gate = Gate()
        let admission = try #require(gate.admit(snapshot(gate, Self.ada)))
        let drained = Mutex(false)
        let narrowing = Task.immediate {
            await gate.drain([Self.ada])
            drained.withLock { $0 = true }
        }
        let isEarly = drained.withLock { $0 }
        #expect(!isEarly)
        admission.finish()
        await narrowing.value
        let isDone = drained.withLock { $0 }
        #expect(isDone)
        #expect(!admission.isCutOff)
    }

    @Test func `it loses patience with an answer that is not, and cuts it off`() async throws {
        let gate = Gate()
        let admission = try #require(gate.admit(snapshot(gate, Self.ada)))
        let clock = ContinuousClock()
        let waited = await clock.measure { await gate.drain([Self.ada]) }
        #expect(admission.isCutOff)
        #expect(waited >= Gate.patience)
    }

    @Test func `an answer that is being written is cut off when its connection is closed, and not before`() async throws
    {
        let gate = Gate()
        let admission = try #require(gate.admit(snapshot(gate, Self.ada)))
        let (closings, told) = AsyncStream.makeStream(of: Void.self)
        let connection = SlowConnection { told.yield() }
        #expect(admission.begin(on: connection))
        let first = try #require(gate.beginDrain([Self.ada], everybody: false))
        let second = try #require(gate.beginDrain([Self.ada], everybody: false))
        let drained = Told()
        let narrowings = [(1, first), (2, second)].map { name, number in
            Task {
                await gate.drained(number)
                drained.add(name)
            }
        }
        // Both narrowings have lost patience, and the connection has not closed yet.
        var closing = closings.makeAsyncIterator()
        for _ in narrowings { _ = await closing.next() }
        #expect(admission.isCutOff)
        #expect(drained.all.isEmpty)
        #expect(gate.beginDrain([Self.ada], everybody: false) != nil)
        admission.finish()
        for narrowing in narrowings { await narrowing.value }
        #expect(drained.all.sorted() == [1, 2])
    }

    @Test func `an answer that was cut off is not begun`() async throws {
        let gate = Gate()
        let admission = try #require(gate.admit(snapshot(gate, Self.ada)))
        await gate.drain([Self.ada])
        #expect(!admission.begin(on: SlowConnection {}))
    }

    /// The stand of the principal is what the token was looked up at: a revocation since then moved everything.
    @Test func `an answer that still holds is not let through for a token looked up before everything moved`() throws {
        let gate = Gate()
        let made = snapshot(gate, Self.ada)
        func principal() -> Principal {
            Principal(
                person: Self.ada, client: "phone", scopes: [.feedRead], tokenID: "a", stand: gate.sequence().global)
        }
        let former = principal()
        gate.raiseAll()
        let renewed = snapshot(gate, Self.ada)
        #expect(gate.admit(renewed, holdingAt: renewed.sequence, for: former) == nil)
        #expect(gate.admit(renewed, holdingAt: renewed.sequence, for: principal()) != nil)
        #expect(gate.admit(made, holdingAt: made.sequence, for: principal()) == nil)
    }

    @Test func `it waits for nobody else, unless everybody is concerned`() async throws {
        let gate = Gate()
        let admission = try #require(gate.admit(snapshot(gate, Self.ben)))
        await gate.drain([Self.ada])
        #expect(!admission.isCutOff)
        await gate.drain([], everybody: true)
        #expect(admission.isCutOff)
    }

    @Test func `answers let through later are not waited for`() async throws {
        let gate = Gate()
        let early = try #require(gate.admit(snapshot(gate, Self.ada)))
        let narrowing = Task.immediate { await gate.drain([Self.ada]) }
        let late = try #require(gate.admit(snapshot(gate, Self.ada)))
        early.finish()
        await narrowing.value
        #expect(!late.isCutOff)
        late.finish()
    }

    @Test func `an admission ends when nobody holds it any more`() async {
        let gate = Gate()
        do {
            let admission = gate.admit(snapshot(gate, Self.ada))
            #expect(admission?.isCutOff == false)
        }
        let clock = ContinuousClock()
        #expect(await clock.measure { await gate.drain([], everybody: true) } < Gate.patience)
    }

    @Test func `two narrowings are each told when their answers are done`() async throws {
        let gate = Gate()
        let first = try #require(gate.admit(snapshot(gate, Self.ada)))
        let second = try #require(gate.admit(snapshot(gate, Self.ben)))
        let tasks = [
            Task.immediate { await gate.drain([Self.ada]) },
            Task.immediate { await gate.drain([Self.ada, Self.ben]) },
        ]
        first.finish()
        await tasks[0].value
        second.finish()
        await tasks[1].value
        #expect(!first.isCutOff && !second.isCutOff)
    }

    @Test func `one narrowing that follows another waits for what that one waits for, and ends with it`() async throws {
        let gate = Gate()
        let answer = try #require(gate.admit(snapshot(gate, Self.ada)))
        let first = try #require(gate.beginDrain([Self.ada], everybody: false))
        let second = try #require(gate.beginDrain([], everybody: false))
        let tasks = [first, second].map { number in Task.immediate { await gate.drained(number) } }
        answer.finish()
        for task in tasks { await task.value }
        #expect(!answer.isCutOff)
        #expect(gate.beginDrain([], everybody: false) == nil)
    }

    @Test func `what one of two narrowings cuts off the other has not to wait for`() async throws {
        let gate = Gate()
        let answer = try #require(gate.admit(snapshot(gate, Self.ada)))
        let first = try #require(gate.beginDrain([Self.ada], everybody: false))
        let second = try #require(gate.beginDrain([], everybody: false))
        await gate.drained(first)
        #expect(answer.isCutOff)
        let clock = ContinuousClock()
        #expect(await clock.measure { await gate.drained(second) } < Gate.patience)
    }
}

/// A connection that says when it is told to close, and takes its time.
private final class SlowConnection: AnswerConnection {
    private let toldToClose: @Sendable () -> Void

    init(_ toldToClose: @escaping @Sendable () -> Void) { self.toldToClose = toldToClose }

    func cutOff() { toldToClose() }
}

extension Gate {
    /// What a narrowing does once it is on disk.
    fileprivate func drain(_ people: Set<PersonID>, everybody: Bool = false) async {
        if let number = beginDrain(people, everybody: everybody) { await drained(number) }
    }
}
