import Domain
import PolicyEngine

extension Consent {
    /// The parts of a consent, each of which is given under a revision.
    struct Ordinals {
        var sharing: UInt32 = 0
        var level: UInt32 = 0
        var classes: UInt32 = 0
    }

    /// A consent with one level for every audience and tier.
    static func assumed(
        sharing: Bool, optedIn: [ClassCode], level: Level?, levels: Levels, under ordinals: Ordinals = Ordinals()
    ) -> Consent {
        let start = Instant(seconds: 0)
        func stamp(_ ordinal: UInt32) -> ConsentStamp { ConsentStamp(revision: ordinal, at: start) }
        var consent = Consent()
        if sharing { consent.sharing = Sharing(since: start, stamp: stamp(ordinals.sharing)) }
        for code in optedIn { consent.classes[code] = stamp(ordinals.classes) }
        guard let level else { return consent }
        for setting in Setting.all {
            consent.choices[setting] = Choice(
                level: level, disclosure: levels.disclosure(level), stamp: stamp(ordinals.level))
        }
        // A level for withheld goods cannot be chosen; were it there, it must count for nothing.
        for audience in Audience.others {
            consent.choices[Setting(audience: audience, tier: .withhold)] = Choice(
                level: level, disclosure: levels.disclosure(level), stamp: stamp(ordinals.level))
        }
        return consent
    }
}
