import Foundation
import Testing
import VitrineTesting

@testable import vitrine_bench

/// Shops of everybody on the real graph, and real purchases through them, day by day.
///
/// January in a part of the graph; all of the graph and the year with `VITRINE_FULL=1`.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct EpochReplayTests {
    private static let isFull = ProcessInfo.processInfo.environment["VITRINE_FULL"] == "1"
    /// A tenth of the households, and most friends of those.
    private static let partOfGraph = 400

    private static func tables() throws -> WorldTables {
        let source = try #require(RealInput.directory).path
        let types = RealInput.checkout.appending(path: "Tests/RealDataTests/Input/product_types.tsv").path
        let whole = try RealTables(source: source, productTypes: types).tables()
        return isFull ? whole : whole.part(partOfGraph, until: RealInput.until)
    }

    private static func replay(_ tables: WorldTables, withoutHidden: Bool = false) async throws -> Replay {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vitrine-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let year = try ReplayYear(tables, seed: 1)
        let town = try await ReplayTown(year, in: folder.path)
        var replay = Replay(year: year, town: town, seed: 1)
        try await replay.run(days: nil, withoutHidden: withoutHidden)
        try town.close()
        return replay
    }

    @Test(.enabled(if: RealInput.directory != nil, "it takes real input: set VITRINE_DATA"))
    func `figures of every shop come out the same on every run, and hidden purchases leave no trace`() async throws {
        let tables = try Self.tables()
        let replay = try await Self.replay(tables)
        let report = ReplayReport(replay, machine: .current())
        print("replay: \(report.text)")
        #expect(replay.readings.joined().contains { $0.visitors > 0 })
        #expect(try #require(replay.readings.last).contains { $0.influence > 0 })
        #expect(report.shopsWithBuyers > 0 && report.rankCorrelation > 0.4)
        // Who reads every figure every day guesses the day of a purchase no better than at random.
        #expect(!report.guessed.isBetterThanChance && report.guessed.guesses > 100)
        // The same seed without the hidden purchases: no figure of any shop on any day is another.
        let without = try await Self.replay(tables, withoutHidden: true)
        #expect(without.readings == replay.readings)
    }
}

extension WorldTables {
    /// The first so many nodes of the graph, and what was bought there before a day.
    fileprivate func part(_ count: Int, until day: String) -> WorldTables {
        var part = self
        part.people = Array(people.prefix(count))
        part.friendships = friendships.filter { $0.0 < count && $0.1 < count }
        part.owners = owners.filter { $0 < count }
        let buyers = Set(part.people)
        part.purchases = purchases.filter { buyers.contains($0[2]) && $0[7] < day }
        let bought = Set(part.purchases.map { $0[3] })
        part.products = products.filter { bought.contains($0[0]) }
        return part
    }
}
