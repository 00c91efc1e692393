import Domain

/// What one write took away from what others may see of a person.
///
/// Every part is at most what was before and at most what is afterwards, so that it holds whether or not the write is
/// done in the end.
struct Narrowing {
    var standing: Standing?
    /// The shop record as it is afterwards.
    var shop: [UInt8]?
    /// The purchases that fewer people may see, by their nonce.
    var items: [UInt64: ItemFloor] = [:]

    /// Whether the shop left the board of the platform.
    var leavesBoard = false

    var isEmpty: Bool { standing == nil && shop == nil && items.isEmpty && !leavesBoard }
}

/// The narrowing of one purchase; its key keeps it when the purchase is gone.
struct ItemFloor: Equatable {
    var override: ItemOverride = .none
    /// Any of ``PurchaseFacts/Flags/kept`` and ``PurchaseFacts/Flags/gone``.
    var flags: PurchaseFacts.Flags = []

    var isGone: Bool { flags.contains(.gone) }
}
