import Domain
import Storage

extension StorageConformance {
    static let search: [ConformanceCase<any CatalogueStore>] = [
        ConformanceCase("words are found in both languages and in the brand") { store in
            try await shelve(store)
            for (text, ids) in [
                ("kettle", ["kettle", "chips"]), ("KETT", ["kettle", "chips"]), ("ettle", []),
                ("cafe", ["press"]), ("CAFÉ press", ["press"]), ("press café", ["press"]), ("press tea", []),
                ("龙井", ["tea"]), ("井茶", ["tea"]), ("茶", ["tea", "pot"]), ("龙茶", []), ("茶壶", ["pot"]),
                ("茶叶子", []), ("叶子", ["tea"]), ("龙井 绿", ["tea"]), ("水壶", ["kettle"]), ("ørsted", ["kettle"]),
                ("1.5l", ["kettle"]), ("\"kettle\" OR *", []), ("…!", []), ("水壶 kettle", ["kettle"]),
            ] {
                try require(try await found(store, .init(text: SearchText(text), limit: 50)) == ids, "`\(text)`")
            }
        },
        ConformanceCase("a category stands for what lies under it, a brand for itself") { store in
            try await shelve(store)
            for (category, ids) in [
                ("hg", ["kettle", "press", "pot"]), ("hg-11", ["kettle", "press"]), ("hg-1", []), ("HG", []),
                ("gone", []), ("fb", ["tea", "chips"]),
            ] {
                try require(try await found(store, .init(categoryID: category, limit: 50)) == ids, category)
            }
            for (brand, ids) in [("Ørsted", ["kettle"]), ("orst", []), ("雨前", ["tea"]), ("BODUM", ["press"])] {
                try require(try await found(store, .init(brand: brand, limit: 50)) == ids, brand)
            }
            let both = CatalogueQuery(text: SearchText("茶"), categoryID: "hg", limit: 50)
            try require(try await found(store, both) == ["pot"], "text within a category")
        },
        ConformanceCase("what is delisted or deleted is not found, and is again when it is listed again") { store in
            try await shelve(store)
            var tea = try good("tea", "Dragon Well", "龙井茶叶 叶子绿", "fb", "雨前")
            let query = CatalogueQuery(text: SearchText("龙井"), limit: 50)
            tea.status = .delisted
            _ = try await store.putProducts([tea])
            try require(try await found(store, query).isEmpty, "delisted")
            tea.status = .listed
            tea.title = LocalizedText(en: "Longjing", zh: nil)
            _ = try await store.putProducts([tea])
            try require(try await found(store, query).isEmpty, "the title that it had is forgotten")
            let renamed = CatalogueQuery(text: SearchText("longjing"), limit: 50)
            try require(try await found(store, renamed) == ["tea"], "the new one")
            try await store.deleteProduct(tea.id)
            try require(try await found(store, renamed).isEmpty, "deleted")
            try require(try await found(store, .init(categoryID: "fb", limit: 50)) == ["chips"], "deleted")
        },
        ConformanceCase("a search goes on behind the last number, page by page") { store in
            let drafts = try (0..<25).map { try good("p-\($0)", "Cup \($0)", "茶杯", "hg", nil) }
            let numbers = try await store.putProducts(drafts).map(\.number)
            for text in ["cup", "茶杯", nil] {
                var walked: [UInt32] = []
                while true {
                    let page = try await store.search(
                        CatalogueQuery(text: text.map(SearchText.init), after: walked.last ?? 0, limit: 10))
                    walked += page
                    if page.count < 10 { break }
                }
                try require(walked == numbers, "each once, in order")
            }
        },
    ]

    private static func shelve(_ store: any CatalogueStore) async throws {
        _ = try await store.replaceCategories(
            [("hg", nil), ("hg-11", "hg"), ("hg-11-1", "hg-11"), ("fb", nil)].map {
                CategoryDraft(id: $0, parentID: $1, name: LocalizedText(en: $0, zh: nil))
            })
        _ = try await store.putProducts([
            try good("kettle", "Kettle, 1.5L", "电热水壶", "hg-11-1", "Ørsted"),
            try good("press", "Café Press", nil, "hg-11", "Bodum"),
            try good("tea", "Dragon Well", "龙井茶叶 叶子绿", "fb", "雨前"),
            try good("pot", nil, "紫砂茶壶", "hg", nil),
            try good("chips", "Kettle Chips", nil, "fb", nil),
            try good("unmapped", "Thing", nil, "gone", nil),
        ])
    }

    private static func good(
        _ text: String, _ en: String?, _ zh: String?, _ category: String?, _ brand: String?
    ) throws -> ProductDraft {
        ProductDraft(
            id: try id(text), title: LocalizedText(en: en, zh: zh), categoryID: category, brand: brand, listPrice: nil,
            exclusivePrice: nil, status: .listed)
    }

    private static func found(_ store: any CatalogueStore, _ query: CatalogueQuery) async throws -> [String] {
        let names = Dictionary(uniqueKeysWithValues: try await store.products().map { ($0.number, $0.id.text) })
        return try await store.search(query).compactMap { names[$0] }
    }
}
