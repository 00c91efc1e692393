import Foundation
import Testing
import VitrineTesting

/// Shops of everybody on the real graph, and real purchases through them, day by day.
///
/// January in a part of the graph; all of the graph and the year with `VITRINE_FULL=1`.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct EpochReplayTests {
    private static let guesses = 1_000
    private static let isFull = ProcessInfo.processInfo.environment["VITRINE_FULL"] == "1"
    /// A tenth of the households, and most friends of those.
    private static let partOfGraph = 400

    private static func replay(_ world: RawWorld, leavingOutHidden: Bool = false) async throws -> Replay {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vitrine-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var replay = Replay(world)
        try await replay.run(in: folder, leavingOutHidden: leavingOutHidden)
        return replay
    }

    @Test(.enabled(if: RealInput.directory != nil, "it takes real input: set VITRINE_DATA"))
    func `figures of every shop come out the same on every run, and hidden purchases leave no trace`() async throws {
        let whole = try RawWorld()
        let world = Self.isFull ? whole : whole.town(of: Self.partOfGraph)
        let replay = try await Self.replay(world)
        let last = try #require(replay.readings.last)
        #expect(replay.readings.joined().contains { $0.visitors > 0 })
        #expect(last.contains { $0.influence > 0 })
        let bought = last.indices.filter { shop in replay.readings.contains { $0[shop].buyers > 0 } }
        let released = last.map { Double($0.influence) }
        let correlation = RankCorrelation.of(released, replay.trueScores)
        let ticks = replay.tickSeconds.sorted()
        let median = ticks[ticks.count / 2]
        print(
            "replay: \(world.purchases.count) purchases, \(replay.days.count) ticks, \(Int(replay.secondsOfDays)) s, "
                + "tick p50 \(Int(median * 1e3)) ms, max \(Int((ticks.last ?? 0) * 1e3)) ms, "
                + "rank correlation \(Int(correlation * 100)) %, hidden \(replay.hidden.count), "
                + "milestones \(last.reduce(0) { $0 + $1.milestones }), "
                + "shops ever above the lowest band of buyers \(bought.count)")
        #expect(!bought.isEmpty)
        #expect(correlation > 0.4)
        guess(replay)
        // The same seed without the hidden purchases: no figure of any shop on any day is another.
        let without = try await Self.replay(world, leavingOutHidden: true)
        #expect(without.readings == replay.readings)
    }

    /// An attacker who reads every figure every day guesses the day of a purchase by the day on which most moved.
    private func guess(_ replay: Replay) {
        var generator = SplitMix64(seed: 99)
        var hits = 0
        var count = 0
        var chance = 0.0
        for purchase in replay.hidden.shuffled(using: &generator).prefix(Self.guesses) {
            let month = replay.days[purchase.day].prefix(7)
            let days = replay.days.indices.filter { replay.days[$0].prefix(7) == month }
            let moved = days.map { day -> Int in
                let now = replay.readings[day][purchase.shop]
                let before = replay.readings[max(0, day - 1)][purchase.shop]
                return now.influence - before.influence + Int(now.visitors) - Int(before.visitors)
                    + 10 * (Int(now.buyers) - Int(before.buyers))
            }
            let best = days.indices.filter { moved[$0] == moved.max() }
            let guess = days[best[Int(generator.next() % UInt64(best.count))]]
            hits += guess == purchase.day ? 1 : 0
            chance += 1 / Double(days.count)
            count += 1
        }
        print("replay: \(hits) of \(count) days guessed, \(Int(chance)) by chance")
        // Three deviations above chance.
        #expect(Double(hits) <= chance + 3 * chance.squareRoot())
        #expect(count > 100)
    }
}
