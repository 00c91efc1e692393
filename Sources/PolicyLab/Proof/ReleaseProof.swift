import Domain
import PolicyEngine

/// That coarse times come late: release instants, worked out anew from the words of the design.
///
/// Four years of days and weeks and twenty-eight of months and quarters, each received before its bucket is over, just
/// before its tick, at it, and long after it.
struct ReleaseProof {
    let subject: ProofSubject

    private static let day: Int64 = 86_400
    private static let hour: Int64 = 3_600

    func finding() -> Finding {
        var finding = Finding()
        // 2024 is a leap year that begins on a Monday.
        let first = CivilDay(number: 19_723)
        for size in TimeBucket.Size.allCases {
            var bucket = TimeBucket(size: size, minute: Int64(first.number) * 1440, day: first)
            for _ in 0..<Self.count(size) {
                check(bucket, &finding)
                bucket = bucket.next
            }
        }
        return finding
    }

    private static func count(_ size: TimeBucket.Size) -> Int {
        switch size {
        case .minute: 1_440
        case .day: 1_461
        case .week: 209
        case .month: 336
        case .quarter: 112
        }
    }

    private func check(_ bucket: TimeBucket, _ finding: inout Finding) {
        let tick = expectedTick(bucket)
        let received = [
            bucket.startMinute * 60, bucket.endMinute * 60, tick - 1, tick, tick + 1, tick + 40 * Self.day,
        ]
        for seconds in received {
            finding.cases += 1
            guard finding.counterexample == nil else { continue }
            let release = subject.policy.release.release(of: bucket, receivedAt: Instant(seconds: seconds)).seconds
            if release != expectedRelease(bucket, received: seconds) || release <= seconds {
                finding.counterexample = Counterexample(
                    "a purchase dated `\(bucket)`, received at `\(Instant(seconds: seconds))`, is released at "
                        + "`\(Instant(seconds: release))`, expected "
                        + "`\(Instant(seconds: expectedRelease(bucket, received: seconds)))`")
            } else if bucket.size != .minute, release < bucket.endMinute * 60 + 12 * Self.hour + Self.day {
                finding.counterexample = Counterexample(
                    "a purchase dated `\(bucket)` is released at `\(Instant(seconds: release))`, less than a day "
                        + "after the bucket has ended everywhere")
            }
        }
    }

    /// The first UTC midnight, or minute, by which the bucket has ended everywhere and has settled.
    private func expectedTick(_ bucket: TimeBucket) -> Int64 {
        let settle = Int64(subject.policy.release.settleHours[bucket.size] ?? 0) * Self.hour
        if bucket.size == .minute { return bucket.endMinute * 60 + settle }
        let over = bucket.endMinute * 60 + 12 * Self.hour + settle
        return (over + Self.day - 1) / Self.day * Self.day
    }

    /// The first tick of its size that is still to come.
    private func expectedRelease(_ bucket: TimeBucket, received: Int64) -> Int64 {
        if bucket.size == .minute { return max(expectedTick(bucket), (received / 60 + 1) * 60) }
        var later = bucket
        while expectedTick(later) <= received { later = later.next }
        return expectedTick(later)
    }
}
