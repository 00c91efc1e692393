import Disclosure
import Domain
import PolicyEngine

extension VisibilityPatch {
    /// The most members that one list of a patch may name.
    private static let maximumMembers = 1000

    /// Reads a patch from the body of a request.
    static let reading = FieldReading<VisibilityPatch>.object { reader in
        let consent = ConsentChange(
            sharing: reader.optional("sharing", sharing),
            classes: reader.optional("classes", classes) ?? [:],
            levels: settings(reader.optional("levels", levels) ?? [:]),
            privateMode: reader.optional("privateMode", privateMode))
        return VisibilityPatch(
            consent: consent,
            closeFriends: reader.optional("closeFriends", members) ?? ListChange(),
            blocks: reader.optional("blocks", members) ?? ListChange(),
            mutes: reader.optional("mutes", members) ?? ListChange(),
            friendsSeeFrom: reader.optional(
                "friendsSeeFrom", .map({ Handle($0) }, to: .parsed { Instant($0) }, count: 0...maximumMembers)) ?? [:])
    }

    private static let sharing = FieldReading<ConsentChange.SharingChange>.object { reader in
        let isOn = reader.required("on", .boolean)
        let since = reader.optional("since", .parsed { Instant($0) })
        if isOn == false, since != nil { reader.refuse("since", .notAccepted) }
        return isOn.map { $0 ? .on(since: since) : .off }
    }

    private static let privateMode = FieldReading<ConsentChange.PrivateMode>.object { reader in
        let isOn = reader.required("on", .boolean)
        let end = reader.optional("until", .parsed { Instant($0) })
        if isOn == false, end != nil { reader.refuse("until", .notAccepted) }
        return isOn.map { $0 ? .until(end) : .off }
    }

    private static let classes = FieldReading<[ClassCode: Bool]>.map(
        { ClassCode(name: $0) }, to: .boolean, count: 0...256)

    /// By audience and by group of classes, as the policy names them.
    private static let levels = FieldReading<[Audience: [Tier: Level]]>.map(
        { name in Audience(name: name).flatMap { $0 == .owner ? nil : $0 } },
        to: .map(
            { name in Tier(name: name).flatMap { $0 == .withhold ? nil : $0 } },
            to: .parsed(.notAChoice) { Level(rawValue: $0) }, count: 0...3),
        count: 0...4)

    private static func settings(_ levels: [Audience: [Tier: Level]]) -> [Consent.Setting: Level] {
        var settings: [Consent.Setting: Level] = [:]
        for (audience, tiers) in levels {
            for (tier, level) in tiers { settings[Consent.Setting(audience: audience, tier: tier)] = level }
        }
        return settings
    }

    private static let members = FieldReading<ListChange>.object { reader in
        let handles = FieldReading<[Handle]>.array(of: .parsed { Handle($0) }, count: 0...maximumMembers)
        return ListChange(add: reader.optional("add", handles) ?? [], remove: reader.optional("remove", handles) ?? [])
    }
}
