import Domain
import Storage

extension StorageConformance {
    static let products: [ConformanceCase<any CatalogueStore>] = [
        ConformanceCase("products come back as they were put") { store in
            try require(try await store.products().isEmpty, "none at first")
            let drafts = [try draft("kettle", full: true), try draft("cup", full: false)]
            let stored = try await store.putProducts(drafts)
            try require(stored.map(\.id) == drafts.map(\.id), "the order of the drafts")
            try require(try await store.products() == stored.sorted { $0.number < $1.number }, "by rising number")
            for (product, draft) in zip(stored, drafts) {
                try require(ProductDraft(product) == draft && product.number > 0, "the same product")
            }
        },
        ConformanceCase("putting a product again replaces it under the same number") { store in
            let first = try await store.putProducts([try draft("kettle", full: true), try draft("cup", full: true)])
            var bare = try draft("kettle", full: false)
            bare.status = .delisted
            let second = try await store.putProducts([bare])
            try require(second.map(\.number) == [first[0].number], "the number that it had")
            let stored = try await store.products()
            try require(stored.count == 2 && stored.contains(second[0]) && stored.contains(first[1]), "one replaced")
            try require(try await store.putProducts([]).isEmpty, "nothing put, nothing returned")
        },
        ConformanceCase("a deleted product's number is never given to another") { store in
            let first = try await store.putProducts([try draft("a"), try draft("b"), try draft("c")])
            try await store.deleteProduct(first[2].id)
            try await store.deleteProduct(try id("unheard-of"))
            try require(try await store.products() == Array(first[..<2]), "two left")
            let added = try await store.putProducts([try draft("d")])
            try require(!first.map(\.number).contains(added[0].number), "a number never used")
            let again = try await store.putProducts([try draft("c")])
            try require(again[0].number == first[2].number, "the number from before it went")
            try require(try await store.products().count == 4, "four products")
        },
        ConformanceCase("the class of a product is kept while it is deleted, and until it is forgotten") { store in
            let ids = try await store.putProducts([try draft("a"), try draft("b")]).map(\.id)
            let (first, second) = (ClassCode(name: "first"), ClassCode(name: "second"))
            try require(try await store.keptClasses().isEmpty, "none at first")
            try await store.keepClasses([ids[0]: first, ids[1]: second, try id("unheard-of"): first])
            try await store.deleteProduct(ids[0])
            _ = try await store.putProducts([try draft("b", full: true)])
            let kept = try await store.keptClasses()
            try require(kept[ids[0]] == first && kept[ids[1]] == second, "those that were kept")
            try await store.keepClasses([ids[0]: nil])
            _ = try await store.putProducts([try draft("a")])
            let left = try await store.keptClasses()
            try require(left[ids[0]] == nil && left[ids[1]] == second, "the one that was not forgotten")
        },
        ConformanceCase("product ids that differ in case are different") { store in
            let stored = try await store.putProducts([try draft("Tea-1"), try draft("tea-1"), try draft("TEA-1")])
            try require(Set(stored.map(\.number)).count == 3, "three numbers")
            try await store.deleteProduct(try id("tea-1"))
            try require(try await store.products().map(\.id.text) == ["Tea-1", "TEA-1"], "one gone")
        },
        ConformanceCase("titles in any script come back byte for byte") { store in
            let titles = [
                "龙井茶 🍵", "cafe\u{301}", "café", "'; DROP TABLE products; --", "", "👨‍👩‍👧 \u{202E}right to left", "%_\\\"",
            ]
            let drafts = try titles.enumerated().map { index, title in
                var draft = try draft("p-\(index)")
                draft.title = LocalizedText(en: title, zh: title)
                return draft
            }
            _ = try await store.putProducts(drafts)
            for (product, title) in zip(try await store.products(), titles) {
                let (en, zh) = (product.title.en ?? "-", product.title.zh ?? "-")
                try require(en.utf8.elementsEqual(title.utf8) && zh.utf8.elementsEqual(title.utf8), "every byte")
            }
        },
        ConformanceCase("one put may name a product twice; the last counts") { store in
            let (early, late) = (try draft("kettle", full: true), try draft("kettle", full: false))
            let stored = try await store.putProducts([early, late])
            try require(stored.count == 2 && stored[0].number == stored[1].number, "one number")
            try require(try await store.products().map(ProductDraft.init) == [late], "the last draft")
        },
        ConformanceCase("a product that is deleted keeps its number, and is told as removed until it is put again") {
            store in
            let number = try await store.putProducts([try draft("p-1")])[0].number
            _ = try await store.putProducts([try draft("p-2")])
            try require(try await store.removedProducts().isEmpty, "no product is removed")
            try await store.deleteProduct(try id("p-1"))
            try require(try await store.removedProducts() == [try id("p-1"): number], "the removed product")
            _ = try await store.putProducts([try draft("p-1")])
            try require(try await store.removedProducts().isEmpty, "it is there again")
        },
        ConformanceCase("a category that is gone keeps its number, and is told as removed") { store in
            let names = LocalizedText(en: "Name", zh: nil)
            let drafts = ["a", "b"].map { CategoryDraft(id: $0, parentID: nil, name: names) }
            let numbers = try await store.replaceCategories(drafts).map(\.number)
            _ = try await store.replaceCategories([drafts[1]])
            try require(try await store.removedCategories() == ["a": numbers[0]], "the removed category")
        },
        ConformanceCase("products put at the same time get different numbers") { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for index in 0..<10 { _ = try await store.putProducts([try draft("p-\(writer)-\(index)")]) }
                    }
                }
                try await group.waitForAll()
            }
            try require(Set(try await store.products().map(\.number)).count == 80, "eighty numbers")
        },
    ]

    private static func references(_ currency: Currency) throws -> [ReferencePrice] {
        try ["Zweiter", "Another", "别家"].enumerated().map { index, seller in
            try requireValue(
                ReferencePrice(seller: seller, price: Money(minorUnits: Int64(index) * 100, currency: currency)),
                "a reference price")
        }
    }

    static func id(_ text: String) throws -> ProductID {
        try requireValue(ProductID(text), "a well-formed id")
    }

    private static func draft(_ text: String, full: Bool = false) throws -> ProductDraft {
        let currency = try requireValue(Currency("CNY"), "a currency")
        return ProductDraft(
            id: try id(text), title: LocalizedText(en: "Kettle", zh: "水壶"), categoryID: full ? "hg-11" : nil,
            brand: full ? "Ørsted" : nil, listPrice: full ? Money(minorUnits: 19_900, currency: currency) : nil,
            exclusivePrice: full ? Money(minorUnits: 0, currency: currency) : nil, status: .listed,
            commissionRate: full ? BasisPoints(1_250) : nil, references: full ? try references(currency) : [],
            listedSince: full ? Instant(seconds: 1_700_000_000) : nil,
            cheaperSince: full ? Instant(seconds: 1_700_000_060) : nil)
    }
}
