import Domain
import Testing

struct TaxonomyTests {
    private static func category(_ number: UInt32, _ id: String, under parent: String? = nil) -> Domain.Category {
        Category(number: number, id: id, parentID: parent, name: LocalizedText(en: id, zh: nil))
    }

    /// A department of three levels, another of one.
    private static let tree = [
        category(1, "fb"), category(2, "fb-1", under: "fb"), category(3, "fb-1-1", under: "fb-1"),
        category(4, "fb-2", under: "fb"), category(9, "ga"),
    ]

    @Test func `a lineage goes from the category to its department`() throws {
        let taxonomy = try Taxonomy(Self.tree)
        #expect(taxonomy.lineage(of: 3).map(\.id) == ["fb-1-1", "fb-1", "fb"])
        #expect(taxonomy.lineage(of: 9).map(\.id) == ["ga"])
        #expect(taxonomy.lineage(of: 77).isEmpty)
    }

    @Test(arguments: [(3, 1, "fb"), (3, 2, "fb-1"), (3, 3, "fb-1-1"), (3, 9, "fb-1-1"), (9, 3, "ga"), (3, 0, "fb")])
    func `a label is the ancestor at a depth, or the category itself when it lies no deeper`(
        number: UInt32, depth: Int, label: String
    ) throws {
        #expect(try Taxonomy(Self.tree).label(of: number, depth: depth)?.id == label)
    }

    @Test func `what is not there has no label`() throws {
        let taxonomy = try Taxonomy(Self.tree)
        #expect(taxonomy.label(of: 77, depth: 1) == nil)
        #expect(taxonomy.category(id: "zz") == nil)
        #expect(taxonomy.category(number: 0) == nil)
        #expect(Taxonomy.empty.category(id: "fb") == nil)
    }

    @Test func `leaves are what has no children`() throws {
        #expect(try Taxonomy(Self.tree).leaves.map(\.id) == ["fb-1-1", "fb-2", "ga"])
    }

    @Test func `parents may come after their children`() throws {
        let taxonomy = try Taxonomy(Array(Self.tree.reversed()))
        #expect(taxonomy.lineage(of: 3).map(\.id) == ["fb-1-1", "fb-1", "fb"])
    }

    @Test func `a tree that does not hold together is refused`() {
        #expect(throws: Taxonomy.InvalidTreeError.duplicateID("fb")) {
            try Taxonomy([Self.category(1, "fb"), Self.category(2, "fb")])
        }
        #expect(throws: Taxonomy.InvalidTreeError.duplicateNumber(1)) {
            try Taxonomy([Self.category(1, "fb"), Self.category(1, "ga")])
        }
        #expect(throws: Taxonomy.InvalidTreeError.missingParent(id: "fb-1", parent: "fb")) {
            try Taxonomy([Self.category(1, "fb-1", under: "fb")])
        }
        #expect(throws: Taxonomy.InvalidTreeError.cycle(id: "a")) {
            try Taxonomy([Self.category(1, "a", under: "b"), Self.category(2, "b", under: "a")])
        }
        #expect(throws: Taxonomy.InvalidTreeError.cycle(id: "a")) {
            try Taxonomy([Self.category(1, "a", under: "a"), Self.category(2, "b")])
        }
    }
}
