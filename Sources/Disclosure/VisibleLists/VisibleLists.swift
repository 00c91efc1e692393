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
    private let exact: [[ExactPurchase]]

    convenience init(
        face: OwnerFace, generation: UInt64, rulebookVersion: UInt64, validUntil: Instant, activities: [OwnerActivity],
        lists: [[VisibleReference]], exact: [[ExactPurchase]]
    ) {
        // Copied, which leaves out the room that the lists had to grow in.
        self.init(
            face: face, generation: generation, rulebookVersion: rulebookVersion, validUntil: validUntil,
            activities: activities, arranged: Self.arranged(lists) { $0.sorted { $0.position < $1.position } },
            Self.arranged(exact) { $0.map(\.self) })
    }

    private init(
        face: OwnerFace, generation: UInt64, rulebookVersion: UInt64, validUntil: Instant, activities: [OwnerActivity],
        arranged lists: [[VisibleReference]], _ exact: [[ExactPurchase]]
    ) {
        self.face = face
        self.generation = generation
        self.rulebookVersion = rulebookVersion
        self.validUntil = validUntil
        self.activities = activities
        self.lists = lists
        self.exact = exact
    }

    /// The lists arranged, those of neighbours who see the same only once and in the same memory.
    private static func arranged<Element: Equatable>(
        _ lists: [[Element]], _ arrange: ([Element]) -> [Element]
    ) -> [[Element]] {
        var arranged: [[Element]] = []
        for (index, list) in lists.enumerated() {
            arranged.append(index > 0 && list == lists[index - 1] ? arranged[index - 1] : arrange(list))
        }
        return arranged
    }

    /// The same lists, known to be what they would be made as at a later generation.
    func standing(at generation: UInt64) -> VisibleLists {
        VisibleLists(
            face: face, generation: generation, rulebookVersion: rulebookVersion, validUntil: validUntil,
            activities: activities, arranged: lists, exact)
    }

    /// About how many bytes of memory they take.
    var size: Int {
        (1 << 10) + Self.bytes(lists) + Self.bytes(exact) + activities.count * 256
    }

    private static func bytes<Element: Equatable>(_ lists: [[Element]]) -> Int {
        let counts = lists.indices.map { $0 > 0 && lists[$0] == lists[$0 - 1] ? 0 : lists[$0].count }
        return counts.reduce(0, +) * MemoryLayout<Element>.stride
    }

    /// Whether nobody sees anything else than in the other lists.
    func showsTheSame(as other: VisibleLists) -> Bool {
        lists == other.lists && exact == other.exact
    }

    /// The purchases of a product that an audience sees with their exact product.
    func purchases(of product: UInt32, for audience: Audience) -> [ExactPurchase] {
        audience == .owner ? [] : exact[Int(audience.rawValue) - 1].filter { $0.product == product }
    }

    subscript(audience: Audience) -> [VisibleReference] {
        audience == .owner ? [] : lists[Int(audience.rawValue) - 1]
    }
}
