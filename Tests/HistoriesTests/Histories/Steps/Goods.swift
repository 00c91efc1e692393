/// The catalogue of the histories.
enum Goods {
    static let pan = "pan"
    static let coffee = "coffee"
    static let book = "book"
    static let wine = "wine"
    static let test = "test"
    /// An ordinary shelf; only its Chinese title tells that it is contraceptives.
    static let box = "box"
    /// Stands on a shelf with one good too few to be named.
    static let flask = "flask"
    /// Ordinary at first; hosts move it to stricter shelves, and try to move it back.
    static let moved = "moved"

    static let all = [pan, coffee, book, wine, test, box, flask, moved]

    static let tellingTitle = "避孕套"
    static let fewShelf = "hg-11-4"
    static let ordinaryShelf = "hg-11-2"

    /// The shelf on which each begins.
    static let shelves = [
        pan: "hg-11-2", coffee: "fb-1-3", book: "me-1", wine: "fb-1-1", test: "hb-1-15-5", box: "hg-11-2",
        flask: fewShelf, moved: "hg-11-2",
    ]

    /// The class of what stands on a shelf, and its tier.
    static func sensitivity(ofShelf shelf: String) -> Sensitivity {
        switch shelf {
        case "me-1": Sensitivity(tier: .ownerDecides, className: "media-choice")
        case "fb-1-1": Sensitivity(tier: .coarsen, className: "alcohol")
        case "hb-1-15-5": .withheld
        default: .ordinary
        }
    }

    static func price(of product: String) -> Int64 { product == coffee || product == wine ? 7_900 : 7_500 }

    /// Other goods that stand on the shelves of these.
    static let fillers: [(id: String, shelf: String)] =
        ["hg-11-2", "fb-1-3", "me-1", "fb-1-1"].flatMap { shelf in (0..<6).map { ("\(shelf).\($0)", shelf) } }
        + (0..<3).map { ("\(fewShelf).\($0)", fewShelf) }
}

/// How delicate a good is.
struct Sensitivity: Hashable, Sendable {
    enum Tier: Int, Hashable, Sendable, Comparable {
        case ordinary, ownerDecides, coarsen, withhold

        static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
    }

    var tier: Tier
    /// The class to opt in; `nil` for ordinary and withheld goods.
    var className: String?

    static let ordinary = Sensitivity(tier: .ordinary, className: nil)
    static let withheld = Sensitivity(tier: .withhold, className: nil)
}
