import Disclosure
import Foundation
import Sealing
import VitrineTesting

/// What a replay came to.
struct ReplayReport: Encodable {
    let machine: Machine
    let people: Int
    let purchases: Int
    let ticks: Int
    let seconds: Double
    let secondsOfBuying: Double
    let secondsOfVisiting: Double
    let tickMedian: Double
    let tickNinetyNinth: Double
    let slowestTick: Double
    let readsBesideTicks: Int
    let readMedian: Double
    let readNinetyNinth: Double
    let slowestRead: Double
    /// Of the released influence of all shops with what it would be without bounds, noise and hiding.
    let rankCorrelation: Double
    let places: Int
    let shopsWithBuyers: Int
    let milestones: Int
    let hidden: Int
    let guessed: DayGuesser.Outcome
    /// Of every figure of every shop on every day.
    let digest: String

    init(_ replay: Replay, machine: Machine) {
        self.machine = machine
        let times = replay.times
        let last = replay.readings.last ?? []
        people = replay.year.people.count
        purchases = replay.purchases
        ticks = times.ticks.count
        (seconds, secondsOfBuying, secondsOfVisiting) = (times.all, times.buying, times.visiting)
        (tickMedian, tickNinetyNinth) = (times.ticks.median, times.ticks.percentile(99))
        slowestTick = times.ticks.max() ?? 0
        readsBesideTicks = times.reads.count
        (readMedian, readNinetyNinth) = (times.reads.median, times.reads.percentile(99))
        slowestRead = times.reads.max() ?? 0
        rankCorrelation = RankCorrelation.of(last.map { Double($0.influence) }, replay.trueScores)
        places = replay.board.count
        shopsWithBuyers = last.indices.count { shop in replay.readings.contains { $0[shop].buyers > 0 } }
        milestones = last.reduce(0) { $0 + $1.milestones }
        hidden = replay.hidden.count
        guessed = DayGuesser.outcome(of: replay, seed: 99)
        digest = Self.digest(of: replay.readings)
    }

    var text: String {
        """
        \(purchases) purchases and \(ticks) ticks in \(Self.fixed(seconds)) s, of which \(Self.fixed(secondsOfBuying)) s are \
        purchases and \(Self.fixed(secondsOfVisiting)) s visits
        ticks: p50 \(Self.milliseconds(tickMedian)), p99 \(Self.milliseconds(tickNinetyNinth)), slowest \
        \(Self.milliseconds(slowestTick))
        \(readsBesideTicks) reads of the board while ticks were made: p50 \(Self.milliseconds(readMedian)), p99 \
        \(Self.milliseconds(readNinetyNinth)), slowest \(Self.milliseconds(slowestRead))
        rank correlation with the true board \(String(format: "%.2f", rankCorrelation)), \(places) places, \
        \(shopsWithBuyers) shops ever above the lowest band of buyers, \(milestones) milestones
        \(hidden) hidden purchases through shops; of \(guessed.guesses) the day was guessed \(guessed.hits) times, \
        \(Self.fixed(guessed.byChance)) by chance\(guessed.isBetterThanChance ? ": BETTER THAN CHANCE" : "")
        figures \(digest)
        """
    }

    private static func fixed(_ value: Double) -> String { String(format: "%.1f", value) }
    private static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1e3) }

    private static func digest(of readings: [[Replay.Reading]]) -> String {
        var bytes: [UInt8] = []
        for reading in readings.joined() {
            bytes += [reading.visitors, reading.buyers, UInt8(clamping: reading.milestones)]
            let influence = UInt32(clamping: reading.influence)
            bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: influence >> $0) }
        }
        return PublicDigest.blake2b256(bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
    }
}
