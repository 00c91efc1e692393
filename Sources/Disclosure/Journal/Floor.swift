import Domain

/// What a person's exposure was narrowed to, as the journal keeps it: one a person.
///
/// A database that is older than an entry shows no more than the entry, once it has been put back. The last standing is
/// enough: what came after it was wider, and what came before it is no longer of interest.
struct Floor: Equatable {
    struct Item: Equatable {
        var mark: UInt64
        var narrowing: ItemFloor
    }

    struct Marked<Value: Equatable>: Equatable {
        var mark: UInt64
        var value: Value
    }

    /// More items than this are not kept; the oldest go first, and a database older than those can no longer be judged.
    static let maximumItems = 1_024

    var standing: Marked<Standing>?
    var shop: Marked<[UInt8]>?
    private(set) var items: [UInt64: Item] = [:]
    /// When the shop left the board of the platform, by the mark of it; zero when it never did.
    var leftBoard: UInt64 = 0
    /// Entries up to this mark may have been dropped.
    var prunedThrough: UInt64 = 0

    init() {}

    static var undecidable: Floor {
        var floor = Floor()
        floor.prunedThrough = .max
        return floor
    }

    mutating func note(_ narrowing: Narrowing, mark: UInt64) {
        if let standing = narrowing.standing { self.standing = Marked(mark: mark, value: standing) }
        if let shop = narrowing.shop { self.shop = Marked(mark: mark, value: shop) }
        if narrowing.leavesBoard { leftBoard = mark }
        for (nonce, item) in narrowing.items { set(nonce, Item(mark: mark, narrowing: item)) }
        guard items.count > Self.maximumItems else { return }
        let dropped = items.sorted { ($0.value.mark, $0.key) < ($1.value.mark, $1.key) }
            .prefix(items.count - Self.maximumItems)
        for (nonce, item) in dropped {
            items[nonce] = nil
            prunedThrough = max(prunedThrough, item.mark)
        }
    }

    mutating func set(_ nonce: UInt64, _ item: Item) {
        items[nonce] = item
    }

    /// Whether a database that has come as far as the mark lacks anything of this.
    func isNews(to mark: UInt64) -> Bool {
        (standing?.mark ?? 0) > mark || (shop?.mark ?? 0) > mark || prunedThrough > mark || leftBoard > mark
            || items.values.contains { $0.mark > mark }
    }
}
