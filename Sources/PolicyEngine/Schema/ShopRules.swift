public import Domain

/// What friend shops may hold.
public struct ShopRules: Sendable, Equatable {
    /// How many picks a shop begins with.
    public var slots: Int
    /// Hours for which a pick cannot be exchanged.
    public var lockHours: Int
    /// Tiers whose goods may be picked; never tier A.
    public var pickable: Set<Tier>
    /// Characters of a shop's name.
    public var nameLength: Int
    /// Characters of a pick's line.
    public var lineLength: Int
    /// How figures of shops are released; nothing is released without it.
    public var influence: InfluenceRules?
    /// What an owner earns by what is bought through the shop, in hundredths of a percent.
    public var commissionBasisPoints = 0

    /// The same with some of the tiers.
    func allowing(_ tiers: Set<Tier>) -> ShopRules {
        var rules = self
        rules.pickable = pickable.intersection(tiers)
        return rules
    }
}
