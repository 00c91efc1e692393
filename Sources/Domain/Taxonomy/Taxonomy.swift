/// The tree of categories, with every ancestor at hand.
public struct Taxonomy: Sendable {
    public enum InvalidTreeError: Error, Equatable {
        case duplicateID(String)
        case duplicateNumber(UInt32)
        case missingParent(id: String, parent: String)
        case cycle(id: String)
    }

    public let categories: [Category]
    private let positionByID: [String: Int]
    private let positionByNumber: [UInt32: Int]
    private let parents: [Int?]
    private let depths: [Int]

    /// Throws when an id or number comes twice, or a parent is missing or its own descendant.
    public init(_ categories: [Category]) throws(InvalidTreeError) {
        var byID: [String: Int] = [:]
        var byNumber: [UInt32: Int] = [:]
        for (position, category) in categories.enumerated() {
            guard byID.updateValue(position, forKey: category.id) == nil else { throw .duplicateID(category.id) }
            guard byNumber.updateValue(position, forKey: category.number) == nil else {
                throw .duplicateNumber(category.number)
            }
        }
        var parents: [Int?] = []
        for category in categories {
            guard let parentID = category.parentID else {
                parents.append(nil)
                continue
            }
            guard let parent = byID[parentID] else { throw .missingParent(id: category.id, parent: parentID) }
            parents.append(parent)
        }
        var depths = [Int](repeating: 0, count: categories.count)
        for position in categories.indices {
            var depth = 1
            var node = position
            while let parent = parents[node] {
                depth += 1
                guard depth <= categories.count else { throw .cycle(id: categories[position].id) }
                node = parent
            }
            depths[position] = depth
        }
        self.categories = categories
        positionByID = byID
        positionByNumber = byNumber
        self.parents = parents
        self.depths = depths
    }

    /// The tree without a category.
    public static let empty = Taxonomy()

    private init() {
        categories = []
        positionByID = [:]
        positionByNumber = [:]
        parents = []
        depths = []
    }

    public func category(id: some StringProtocol) -> Category? {
        positionByID[String(id)].map { categories[$0] }
    }

    public func category(number: UInt32) -> Category? {
        positionByNumber[number].map { categories[$0] }
    }

    /// The category and its ancestors, nearest first; empty when there is no such category.
    public func lineage(of number: UInt32) -> [Category] {
        var lineage: [Category] = []
        var node = positionByNumber[number]
        while let position = node {
            lineage.append(categories[position])
            node = parents[position]
        }
        return lineage
    }

    /// The ancestor at the given depth (the top is 1), or the category itself when it lies no deeper.
    public func label(of number: UInt32, depth: Int) -> Category? {
        guard var position = positionByNumber[number] else { return nil }
        while depths[position] > depth, let parent = parents[position] { position = parent }
        return categories[position]
    }

    /// Every category without children.
    public var leaves: [Category] {
        let inner = Set(parents.compactMap(\.self))
        return categories.indices.filter { !inner.contains($0) }.map { categories[$0] }
    }
}
