/// Tries to tell something of a box from what a thief sees of it.
///
/// Learns from half of the boxes, of which it is told the truth, what is most frequent for each observation, and is
/// asked about the other half.
enum Guesser {
    /// One box: what is seen of it, what is true of it, and which half it is in.
    struct Example {
        var seen: Int
        var truth: Int
        var isForTraining: Bool
    }

    static func attempt(_ name: String, _ examples: [Example]) -> Attempt {
        var overall: [Int: Int] = [:]
        var bySight: [Int: [Int: Int]] = [:]
        for example in examples where example.isForTraining {
            overall[example.truth, default: 0] += 1
            bySight[example.seen, default: [:]][example.truth, default: 0] += 1
        }
        func best(_ counts: [Int: Int]) -> Int? {
            counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
        let usual = best(overall)
        let learned = bySight.compactMapValues(best)
        var tested = 0
        var base = 0
        var right = 0
        for example in examples where !example.isForTraining {
            tested += 1
            if example.truth == usual { base += 1 }
            if example.truth == learned[example.seen] ?? usual { right += 1 }
        }
        return Attempt(
            name: name, tested: tested, baseRate: Attempt.share(base, tested), rate: Attempt.share(right, tested))
    }
}
