import Synchronization
import Testing
import VitrineTesting

@testable import FeedAPI

/// A20: whoever asks all the time learns nothing at the moment of a purchase.
///
/// Nothing is sent that was not asked for, so that what a stream would tell is what one tells who asks and asks again.
@Suite struct PollingTests {
    /// A purchase of what is withheld, one of what is shown later, the second replaced and the first taken back.
    private static let happenings = [
        ("PUT", "o-hidden", #"{"buyer":"ada","product":"p-9","quantity":1,"total":19900,"currency":"CNY","at":"AT"}"#),
        ("PUT", "o-later", #"{"buyer":"ada","product":"p-3","quantity":1,"total":19900,"currency":"CNY","at":"AT"}"#),
        ("PUT", "o-later", #"{"buyer":"ada","product":"p-3","quantity":2,"total":39800,"currency":"CNY","at":"AT"}"#),
        ("DELETE", "o-hidden", nil),
    ]
    /// Fewer than anybody may ask for in a minute.
    private static let mostAnswers = 500
    private static let paths = ["/v1/feed", "/v1/feed?limit=1", "/v1/people/ada/purchases", "/v1/boards/friends"]

    private func run(_ test: (ServiceWorld, UnhurriedStore) async throws -> Void) async throws {
        try await ServiceWorld.run(over: UnhurriedStore.init) { world, store in
            try await world.adaShares()
            try await test(world, store)
        }
    }

    private func happen(_ happening: (method: String, order: String, body: String?), in world: ServiceWorld)
        async throws
    {
        try await world.written(
            happening.method, "/v1/purchases/\(happening.order)/lines/1",
            happening.body?.replacing("AT", with: "\(world.clock.now)"))
    }

    @Test func `A20: a purchase changes neither what a friend is answered nor what that takes`() async throws {
        try await run { world, store in
            for path in Self.paths { #expect(try await world.get(path, as: "ben").status == 200, "\(path)") }
            for happening in Self.happenings {
                let former = try await answers(world, store)
                try await happen(happening, in: world)
                let after = try await answers(world, store)
                #expect(after.answers == former.answers)
                #expect(after.readings == former.readings, "\(happening.0) \(happening.1)")
            }
            world.clock.advance(bySeconds: 40 * 86_400)
            #expect(try await world.get("/v1/feed", as: "ben").items.count == 4)
        }
    }

    /// Without what tells Ben how often he may ask still.
    private func answer(_ world: ServiceWorld, _ path: String) async throws -> RawAnswer {
        let answer = try await world.get(path, as: "ben")
        return RawAnswer(
            status: answer.status, headers: answer.headers.filter { $0.key != "ratelimit" }, body: answer.body)
    }

    private func answers(
        _ world: ServiceWorld, _ store: UnhurriedStore
    ) async throws -> (answers: [RawAnswer], readings: Int) {
        let before = store.readings
        var answers: [RawAnswer] = []
        for path in Self.paths { answers.append(try await self.answer(world, path)) }
        return (answers, store.readings - before)
    }

    @Test func `A20: while purchases are written, every answer is the same`() async throws {
        try await run { world, _ in
            let before = try await answer(world, "/v1/feed")
            let isOver = Mutex(false)
            async let answers = {
                var answers: [RawAnswer] = []
                while !isOver.withLock(\.self), answers.count < Self.mostAnswers {
                    answers.append(try await answer(world, "/v1/feed"))
                }
                return answers
            }()
            for _ in 0..<5 {
                for happening in Self.happenings { try await happen(happening, in: world) }
            }
            isOver.withLock { $0 = true }
            let all = try await answers
            #expect(all.count > 1)
            #expect(all.allSatisfy { $0 == before })
        }
    }
}
