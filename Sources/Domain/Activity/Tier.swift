/// How a class of goods is treated, from the laxest to the strictest.
public enum Tier: UInt8, CaseIterable, Sendable, Comparable {
    case ordinary
    /// Tier C: shown like ordinary goods once the owner has opted the class in.
    case ownerDecides
    /// Tier B: shown coarsely, once opted in, and only where that does not tell.
    case coarsen
    /// Tier A: shown to nobody but the owner.
    case withhold

    public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

    /// As policies and settings write it.
    public var name: String {
        switch self {
        case .ordinary: "ordinary"
        case .ownerDecides: "owner-decides"
        case .coarsen: "coarsen"
        case .withhold: "withhold"
        }
    }

    public init?(name: some StringProtocol) {
        guard let match = Tier.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}
