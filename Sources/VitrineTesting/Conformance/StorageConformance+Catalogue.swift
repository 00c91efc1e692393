import Domain
public import Storage

extension StorageConformance {
    /// The promises of ``CatalogueStore``.
    public static let catalogue: [ConformanceCase<any CatalogueStore>] = categories + products + search

    private static let categories: [ConformanceCase<any CatalogueStore>] = [
        ConformanceCase("categories come back as they were put, by rising number") { store in
            try require(try await store.categories().isEmpty, "none at first")
            let drafts = [
                CategoryDraft(id: "hg", parentID: nil, name: LocalizedText(en: "Home & Garden", zh: "家居与园艺")),
                CategoryDraft(id: "hg-11", parentID: "hg", name: LocalizedText(en: "Kitchen", zh: nil)),
                CategoryDraft(id: "aa", parentID: nil, name: LocalizedText(en: nil, zh: nil)),
            ]
            let stored = try await store.replaceCategories(drafts)
            try require(try await store.categories() == stored, "what the call returned")
            try require(stored.map(\.number) == stored.map(\.number).sorted(), "rising numbers")
            try require(Set(stored.map(\.number)).count == 3 && stored.allSatisfy { $0.number > 0 }, "numbers from 1")
            for draft in drafts {
                let category = try requireValue(stored.first { $0.id == draft.id }, "every id")
                try require(category.parentID == draft.parentID && category.name == draft.name, "the same category")
            }
        },
        ConformanceCase("a category keeps its number, and a new one never gets an old one") { store in
            let first = try await store.replaceCategories(["a", "b", "c"].map(draft))
            let second = try await store.replaceCategories(["d", "b"].map(draft))
            try require(Set(second.map(\.id)) == ["b", "d"], "the new taxonomy alone")
            try require(number(of: "b", in: second) == number(of: "b", in: first), "the number that it had")
            try require(!first.map(\.number).contains(try number(of: "d", in: second)), "a number never used")
            let third = try await store.replaceCategories(["c", "e"].map(draft))
            try require(number(of: "c", in: third) == number(of: "c", in: first), "the number from before it went")
            let used = Set((first + second).map(\.number))
            try require(!used.contains(try number(of: "e", in: third)), "a number never used")
            try require(try await store.replaceCategories([]).isEmpty, "no taxonomy")
            try require(try await store.categories().isEmpty, "no taxonomy")
            let fourth = try await store.replaceCategories(["f", "a"].map(draft))
            try require(!(used.union(third.map(\.number))).contains(try number(of: "f", in: fourth)), "never used")
            try require(number(of: "a", in: fourth) == number(of: "a", in: first), "the number from before it went")
        },
        ConformanceCase("category ids that differ in case are different") { store in
            let stored = try await store.replaceCategories(["Tea", "tea", "TEA"].map(draft))
            try require(Set(stored.map(\.id)).count == 3 && Set(stored.map(\.number)).count == 3, "three categories")
        },
        ConformanceCase("thirty thousand categories are replaced at once") { store in
            let drafts = (0..<30_000).map { draft("c-\($0)") }
            _ = try await store.replaceCategories(drafts)
            let stored = try await store.replaceCategories(drafts.reversed())
            try require(stored.count == 30_000 && stored.last?.number == 30_000, "the numbers of the first time")
        },
    ]

    private static func draft(_ id: String) -> CategoryDraft {
        CategoryDraft(id: id, parentID: nil, name: LocalizedText(en: id, zh: nil))
    }

    private static func number(of id: String, in categories: [Category]) throws -> UInt32 {
        try requireValue(categories.first { $0.id == id }, "the category is there").number
    }
}
