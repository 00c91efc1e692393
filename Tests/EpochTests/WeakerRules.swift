import Disclosure
import Domain
import PolicyEngine

/// Counts what is hidden as well.
struct CountsHidden: EpochRules {
    private let guarded = GuardedEpochs()

    func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64 { guarded.lastEnded(at: now, calendar) }
    func admits(_ disclosures: [Disclosure]) -> Bool { true }
    func admits(friendSince since: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool {
        guarded.admits(friendSince: since, at: end, rules)
    }
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { guarded.noise(rules, &bits) }
}

/// Releases an epoch while it lasts.
struct Impatient: EpochRules {
    private let guarded = GuardedEpochs()

    func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64 { calendar.epoch(at: now) }
    func admits(_ disclosures: [Disclosure]) -> Bool { guarded.admits(disclosures) }
    func admits(friendSince since: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool {
        guarded.admits(friendSince: since, at: end, rules)
    }
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { guarded.noise(rules, &bits) }
}

/// Adds no noise.
struct Noiseless: EpochRules {
    private let guarded = GuardedEpochs()

    func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64 { guarded.lastEnded(at: now, calendar) }
    func admits(_ disclosures: [Disclosure]) -> Bool { guarded.admits(disclosures) }
    func admits(friendSince since: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool {
        guarded.admits(friendSince: since, at: end, rules)
    }
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { 0 }
}
