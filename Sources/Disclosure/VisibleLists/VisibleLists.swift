import Domain

/// For each audience of an owner, what is disclosed to it and released, sorted as in a feed.
///
/// What is suppressed is in no list, so reading them takes the same steps whether there is much of it or none.
final class VisibleLists: Sendable {
    let face: OwnerFace
    /// What the lists were made from; they are used only while all of it stands.
    let generation: UInt64
    let rulebookVersion: UInt64
    /// The next moment at which something is released or grows too old.
    let validUntil: Instant
    /// The picks and shop events that references name by ordinal.
    let activities: [OwnerActivity]
    private let lists: [[VisibleReference]]
    /// For each audience the purchases that it sees with their exact product.
    private let exact: [Audience: [ExactPurchase]]

    init(
        face: OwnerFace, generation: UInt64, rulebookVersion: UInt64, validUntil: Instant, activities: [OwnerActivity],
        lists: [Audience: [VisibleReference]], exact: [Audience: [ExactPurchase]]
    ) {
        self.face = face
        self.generation = generation
        self.rulebookVersion = rulebookVersion
        self.validUntil = validUntil
        self.activities = activities
        self.exact = exact
        self.lists = Audience.others.map { (lists[$0] ?? []).sorted { $0.position < $1.position } }
    }

    /// About how many bytes of memory they take.
    var size: Int {
        let references = lists.reduce(0) { $0 + $1.count } * MemoryLayout<VisibleReference>.stride
        return (1 << 10) + references + exact.values.reduce(0) { $0 + $1.count } * 8 + activities.count * 256
    }

    /// Whether nobody sees anything else than in the other lists.
    func showsTheSame(as other: VisibleLists) -> Bool {
        lists == other.lists && exact == other.exact
    }

    /// The purchases of a product that an audience sees with their exact product.
    func purchases(of product: UInt32, for audience: Audience) -> [ExactPurchase] {
        (exact[audience] ?? []).filter { $0.product == product }
    }

    subscript(audience: Audience) -> [VisibleReference] {
        audience == .owner ? [] : lists[Int(audience.rawValue) - 1]
    }
}
