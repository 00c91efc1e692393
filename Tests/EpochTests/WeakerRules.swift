import Disclosure
import Domain
import PolicyEngine

/// Counts what is hidden as well.
struct CountsHidden: EpochRules {
    func admits(_ disclosures: [Disclosure]) -> Bool { true }
}

/// Releases an epoch while it lasts.
struct Impatient: EpochRules {
    func lastEnded(at now: Instant, _ calendar: EpochCalendar) -> Int64 { calendar.epoch(at: now) }
}

/// Adds no noise.
struct Noiseless: EpochRules {
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { 0 }
}

/// Adds more noise than there are people.
struct Loud: EpochRules {
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { 1_000 }
}

/// Counts friends of today.
struct CountsNewFriends: EpochRules {
    func admits(friendSince: Instant, at end: Instant, _ rules: InfluenceRules) -> Bool { true }
}

/// Pays a commission for every purchase, whoever sees it.
struct PaysForEverything: EpochRules {
    func pays(_ seenByOwner: Disclosure) -> Bool { true }
}

/// Counts every shop that names its inviter.
struct CountsEveryInvitation: EpochRules {
    func admits(invitedByKnown isKnown: Bool) -> Bool { true }
    func noise(_ rules: InfluenceRules, _ bits: inout some BitSource) -> Int64 { 0 }
}
