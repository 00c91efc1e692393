import Domain
import Foundation
import Testing

/// The product on a real graph and real purchases, against expectations made from the raw files alone.
@Suite(.serialized)
struct RealDataTests {
    private static let importedAt = "2018-01-02T00:00:00Z"
    private static let readAt = "2018-06-01T00:00:00Z"
    /// Wide enough for a loaded machine to stay below it in a release build.
    private static let slowestFirstPage = 0.05
    private static let rowsASecond = 10_000.0

    #if DEBUG
        private static let isMeasured = false
    #else
        private static let isMeasured = ProcessInfo.processInfo.environment["VITRINE_FULL"] == "1"
    #endif

    private let clock = SteppedClock(importedAt)

    @Test(.enabled(if: RealInput.directory != nil, "there is no real input: set VITRINE_DATA"))
    func `each feed shows what the owners' policy leaves of the raw purchases, when it is due`() async throws {
        let world = try timed("raw files read") { try RawWorld() }
        let folder = FileManager.default.temporaryDirectory.appending(path: "vitrine-real-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ImportFiles(world, in: folder)
        let directory = folder.appending(path: "installation")
        let real = try await RealInstallation(at: directory.path, clock: clock)
        try await take(in: files, world, real)
        try await real.share(
            world.owners, level: "full", optIn: world.policy.tiers.filter(Self.isOptional).map(\.key),
            since: "2016-01-01T00:00:00Z")

        let received = clock.now.seconds
        let widest = timed("expectation") { RawExpectation(world, forms: RawForm.widest, receivedAt: received) }
        list(widest.table)
        let few = Array(world.people.prefix(3))
        // Just taken in; before and after the tick of the last week of the year; before and after that of December.
        for instant in [
            Self.importedAt, "2018-01-03T23:59:59Z", "2018-01-04T00:00:00Z", "2018-01-04T23:59:59Z",
            "2018-01-05T00:00:00Z", "2018-01-11T00:00:00Z",
        ] {
            clock.set(instant)
            try await walk(few, world, real, widest, "at \(instant)")
        }
        clock.set(Self.readAt)
        try await readFirstPages(world, real)
        try await walk(Self.walkers(world), world, real, widest, "widest level")
        try scan(directory, world)

        let hints = RawExpectation(world, forms: RawForm.hints, receivedAt: received)
        list(hints.table)
        try await real.share(world.owners, level: "hint", optIn: [], since: nil)
        try await walk(Array(Self.walkers(world).prefix(12)), world, real, hints, "hints")
        try scan(directory, world)
        try await guess(world, real, widest: widest, hints: hints)
        try await real.close()
    }

    /// Whoever sees only the form of a purchase names no class of tier B better than by its base rate under the label.
    private func guess(
        _ world: RawWorld, _ real: RealInstallation, widest: RawExpectation, hints: RawExpectation
    ) async throws {
        let told = try await real.usefulness()
        #expect(told.purchases + told.sealedAsWithheld == world.purchases.count)
        for (setting, expectation) in [("everythingInFull", widest), ("everythingAsHints", hints)] {
            let raw = RawGuesses(world, expectation)
            #expect(told.figures(setting) == raw.figures)
            #expect(raw.beaten.isEmpty)
            say("\(setting): \(raw.figures.count) guesses of \(raw.classes.count) classes")
            for figure in raw.figures.sorted() { say("  \(figure)") }
        }
        for guess in told.guesses {
            #expect(
                !guess.beatsBaseRate && guess.likeliest != guess.sensitivityClass,
                "\(guess.sensitivityClass) for \(guess.audience), \(guess.setting)")
        }
        // Something is shown, so that there is something to guess.
        #expect(!told.guesses.isEmpty)
        let coarsened = Set(told.rows.filter { $0.tier == "coarsen" }.map(\.sensitivityClass))
        say("ordinary purchases seen: \(told.ordinaryShare), classes of tier B bought: \(coarsened.sorted())")
    }

    private static func isOptional(_ entry: (key: String, value: String)) -> Bool {
        ["owner-decides", "coarsen"].contains(entry.value)
    }

    /// The ten with the most friends, and fifty others.
    private static func walkers(_ world: RawWorld) -> [Int] {
        let byDegree = world.people.sorted { (world.friends[$0]?.count ?? 0, $1) > (world.friends[$1]?.count ?? 0, $0) }
        // A seed for the multiplier of Knuth (TAOCP 2, 3.3.4), so that they are always the same fifty.
        var state: UInt64 = 20_180_601
        var chosen = Array(byDegree.prefix(10))
        while chosen.count < 60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let person = Int(state >> 33) % world.people.count
            if !chosen.contains(person) { chosen.append(person) }
        }
        return chosen
    }

    private func take(in files: ImportFiles, _ world: RawWorld, _ real: RealInstallation) async throws {
        #expect(try await real.putTaxonomy(files.taxonomy) == world.taxonomy.parents.count)
        #expect(try await real.putPeople(files.people) == world.people.count)
        #expect(try await real.putFriendships(files.friendships) == world.edges.count)
        #expect(try await real.putProducts(files.products) == world.goods.count)
        let start = ContinuousClock.now
        #expect(try await real.putPurchases(files.purchases) == world.purchases.count)
        let rate = Double(world.purchases.count) / seconds(since: start)
        say("imported \(world.purchases.count) purchases, \(Int(rate)) rows/s")
        if Self.isMeasured { #expect(rate >= Self.rowsASecond) }
    }

    private func walk(
        _ viewers: [Int], _ world: RawWorld, _ real: RealInstallation, _ expectation: RawExpectation, _ title: String
    ) async throws {
        let start = ContinuousClock.now
        let feeds = expectation.feeds(at: clock.now.seconds)
        var items = 0
        for viewer in viewers {
            let friends = world.friends[viewer] ?? []
            let shown = try await ShownFeed(of: viewer, real)
            items += shown.count
            let differences = shown.differences(from: feeds, friends: friends)
            #expect(differences.isEmpty, "\(title), person \(viewer): \(differences)")
            let told = Set(shown.byOwner.values.joined().map(\.key).filter { $0.product == "exact" }.map(\.label))
            #expect(told.isDisjoint(with: expectation.withheld), "\(title), person \(viewer) sees what is withheld")
        }
        say("\(title): \(viewers.count) feeds walked, \(items) items, \(Int(seconds(since: start))) s")
    }

    private func readFirstPages(_ world: RawWorld, _ real: RealInstallation) async throws {
        for title in ["nothing cached", "again"] {
            var times: [Double] = []
            for person in world.people {
                let start = ContinuousClock.now
                let page = try await real.page(of: person)
                times.append(seconds(since: start))
                let friends = Set((world.friends[person] ?? []).map(RawWorld.handle))
                #expect(page.items.allSatisfy { friends.contains($0.actor.handle) })
            }
            times.sort()
            let slow = times[times.count * 99 / 100]
            say(
                "first pages, \(title): p50 \(Int(times[times.count / 2] * 1e6)) µs, p99 \(Int(slow * 1e6)) µs, "
                    + "max \(Int((times.last ?? 0) * 1e6)) µs")
            if Self.isMeasured { #expect(slow <= Self.slowestFirstPage) }
        }
    }

    private func scan(_ directory: URL, _ world: RawWorld) throws {
        var scan = DirectoryScan(directory)
        let found = try scan.inClear(orders: Set(world.purchases.map(\.order)))
        #expect(found.isEmpty)
        #expect(try scan.unevenness() == [])
        say("byte scan: \(scan.byteCount / 1_000_000) MB, \(found.count) found")
    }

    private func timed<Result>(_ title: String, _ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { say("\(title) in \(Int(seconds(since: start))) s") }
        return try body()
    }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
        start.duration(to: .now) / .seconds(1)
    }

    private func list(_ table: [String: Int]) {
        for (form, count) in table.sorted(by: { $0.key < $1.key }) { say("  \(form): \(count)") }
    }

    private func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
