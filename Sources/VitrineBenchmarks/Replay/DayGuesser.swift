import Domain

/// Somebody who reads every figure every day, and guesses the day of a hidden purchase by when most moved.
struct DayGuesser {
    /// So many hidden purchases are guessed.
    static let guesses = 1_000

    struct Outcome: Encodable {
        var guesses = 0
        var hits = 0
        /// What guessing at random comes to.
        var byChance = 0.0

        /// Whether more is right than three deviations above chance.
        var isBetterThanChance: Bool { Double(hits) > byChance + 3 * byChance.squareRoot() }
    }

    /// The month of the purchase is known, its day is guessed.
    static func outcome(of replay: Replay, seed: UInt64) -> Outcome {
        var generator = SeededGenerator(seed: seed)
        var outcome = Outcome()
        for purchase in replay.hidden.shuffled(using: &generator).prefix(guesses) {
            let month = replay.days[purchase.day].date
            let days = replay.days.indices.filter {
                let date = replay.days[$0].date
                return date.year == month.year && date.month == month.month
            }
            let moved = days.map { movement(of: purchase.shop, on: $0, replay) }
            let best = days.indices.filter { moved[$0] == moved.max() }
            let guess = days[best[Int(generator.next() % UInt64(best.count))]]
            outcome.hits += guess == purchase.day ? 1 : 0
            outcome.byChance += 1 / Double(days.count)
            outcome.guesses += 1
        }
        return outcome
    }

    /// Buyers count most, as purchases make them.
    private static func movement(of shop: Int, on day: Int, _ replay: Replay) -> Int {
        let now = replay.readings[day][shop]
        let before = replay.readings[max(0, day - 1)][shop]
        return now.influence - before.influence + Int(now.visitors) - Int(before.visitors)
            + 10 * (Int(now.buyers) - Int(before.buyers))
    }
}
