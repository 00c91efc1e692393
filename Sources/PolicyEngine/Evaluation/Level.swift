/// The named levels among which owners choose, from the least to the most.
public enum Level: String, CaseIterable, Sendable, Comparable {
    case nothing, hint, category, product, full

    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .nothing: 0
        case .hint: 1
        case .category: 2
        case .product: 3
        case .full: 4
        }
    }
}
