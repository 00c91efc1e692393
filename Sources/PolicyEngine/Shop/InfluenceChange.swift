/// A figure of `influence:`, or of the commission, that is not what it was, and whether it may tell more than before.
public struct InfluenceChange: Sendable, Equatable {
    public enum Effect: Sendable {
        case more, less, either
    }

    /// As policy files name it.
    public let name: String
    public let before: String
    public let after: String
    public let effect: Effect

    /// Everything that differs.
    ///
    /// What made-up accounts, noise and bands keep back is told by numbers that go one way. Weights, caps, tiers and windows
    /// make another figure of the same bands, of which nobody knows whether it tells more.
    public static func all(from old: ShopRules, to new: ShopRules) -> [InfluenceChange] {
        let commission = number("commission.basisPoints", old.commissionBasisPoints, new.commissionBasisPoints)
        let none = "none"
        switch (old.influence, new.influence) {
        case (nil, nil): return commission
        case (nil, .some): return commission + [InfluenceChange("influence", none, "released", .more)]
        case (.some, nil): return commission + [InfluenceChange("influence", "released", none, .less)]
        case (.some(let old), .some(let new)): return commission + all(from: old, to: new)
        }
    }

    private static func all(from old: InfluenceRules, to new: InfluenceRules) -> [InfluenceChange] {
        number("influence.epsilonMilli", old.epsilonMilli, new.epsilonMilli)
            + number("influence.shopsPerPerson", old.shopsPerPerson, new.shopsPerPerson)
            + number("influence.agedDays", old.agedDays, new.agedDays, isMoreWhenLess: true)
            + bands("visitors", old.visitorBands, new.visitorBands) + bands("buyers", old.buyerBands, new.buyerBands)
            + bands("invitations", old.invitationBands, new.invitationBands)
            + other("window", "\(old.window)", "\(new.window)")
            + other("settlements", "\(old.settlements)", "\(new.settlements)")
            + other("weights", text(old.weights), text(new.weights)) + other("caps", text(old.caps), text(new.caps))
            + other("tiers", text(old.tiers), text(new.tiers))
    }

    private init(_ name: String, _ before: String, _ after: String, _ effect: Effect) {
        self.name = name
        self.before = before
        self.after = after
        self.effect = effect
    }

    private static func number(
        _ name: String, _ before: Int, _ after: Int, isMoreWhenLess: Bool = false
    ) -> [InfluenceChange] {
        if before == after { return [] }
        return [InfluenceChange(name, "\(before)", "\(after)", (after > before) != isMoreWhenLess ? .more : .less)]
    }

    /// Fewer of the same edges tell less, more of them more; an edge that is moved tells something else.
    private static func bands(_ name: String, _ before: CountBands, _ after: CountBands) -> [InfluenceChange] {
        if before == after { return [] }
        let (old, new) = (Set(before.edges), Set(after.edges))
        let effect: Effect = new.isSubset(of: old) ? .less : old.isSubset(of: new) ? .more : .either
        return [InfluenceChange("influence.bands.\(name)", "\(before.edges)", "\(after.edges)", effect)]
    }

    private static func other(_ name: String, _ before: String, _ after: String) -> [InfluenceChange] {
        before == after ? [] : [InfluenceChange("influence.\(name)", before, after, .either)]
    }

    private static func text(_ parts: InfluenceRules.Parts) -> String {
        "\(parts.visitors), \(parts.buyers), \(parts.invitations)"
    }

    private static func text(_ tiers: [InfluenceRules.Tier]) -> String {
        tiers.map { "\($0.from): \($0.slots)" }.joined(separator: ", ")
    }
}
