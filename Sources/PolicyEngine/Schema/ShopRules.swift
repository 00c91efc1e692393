public import Domain

/// What friend shops may hold.
public struct ShopRules: Sendable, Equatable {
    /// How many picks a shop begins with.
    public let slots: Int
    /// Hours for which a pick cannot be exchanged.
    public let lockHours: Int
    /// Tiers whose goods may be picked; never tier A.
    public let pickable: Set<Tier>
    /// Characters of a shop's name.
    public let nameLength: Int
    /// Characters of a pick's line.
    public let lineLength: Int

    /// The same with some of the tiers.
    func allowing(_ tiers: Set<Tier>) -> ShopRules {
        ShopRules(
            slots: slots, lockHours: lockHours, pickable: pickable.intersection(tiers), nameLength: nameLength,
            lineLength: lineLength)
    }
}
