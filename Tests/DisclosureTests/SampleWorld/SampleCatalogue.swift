package import Disclosure
import Domain
package import Storage

/// A small taxonomy and the goods in it.
///
/// Food has wine in it (tier B) among a lot of ordinary goods, health has an ordinary corner, sports a tier C one; the
/// garden has fewer goods than may be shown, and lamps fewer, though their department has enough.
package enum SampleCatalogue {
    package static var categories: [CategoryDraft] {
        let ids =
            ["fb", "fb-1", "fb-1-1", "fb-1-2", "fb-2"] + (1...24).map { "fb-2-\($0)" } + ["hb", "hb-1", "hb-1-1"]
            + ["hb-2", "hb-2-1", "sp", "sp-1", "sp-1-1", "sp-2", "sp-2-1", "ga", "ga-1", "ga-1-1"]
            + ["ho", "ho-1", "ho-1-1", "ho-2", "ho-2-1"]
        return ids.map { id in
            let parent = id.split(separator: "-").dropLast().joined(separator: "-")
            return CategoryDraft(
                id: id, parentID: parent.isEmpty ? nil : parent, name: LocalizedText(en: "Category \(id)", zh: nil))
        }
    }

    package static func entries() throws -> [CatalogueEntry] {
        let shelves: [(name: String, count: Int, category: String?, price: Int64)] = [
            ("tea", 6, "fb-1-2", 500), ("bread", 6, "fb-2-1", 300), ("wine", 1, "fb-1-1", 1_500),
            ("pill", 1, "hb-1-1", 700), ("soap", 5, "hb-2-1", 200), ("whey", 5, "sp-1-1", 2_000),
            ("ball", 5, "sp-2-1", 900), ("spade", 2, "ga-1-1", 800), ("lamp", 2, "ho-1-1", 4_000),
            ("chair", 5, "ho-2-1", 5_000), ("mystery", 1, nil, 100),
        ]
        return try shelves.flatMap { shelf in
            try (1...shelf.count).map { number in
                try entry("\(shelf.name)-\(number)", category: shelf.category, price: shelf.price)
            }
        }
    }

    /// Five teas are of one brand, and the sixth of another, and dearer.
    package static func entry(
        _ id: String, category: String?, price: Int64, isListed: Bool = true
    ) throws -> CatalogueEntry {
        guard let product = ProductID(id) else { throw WorldError.malformed(id) }
        var brand: String?
        if id.hasPrefix("tea") { brand = id == "tea-6" ? "Rare" : "Lotus" }
        return CatalogueEntry(
            id: product, title: LocalizedText(en: "Title of \(id)", zh: nil), categoryID: category, brand: brand,
            listPrice: try World.euros(id == "tea-6" ? 1_500 : price), exclusivePrice: nil, isListed: isListed)
    }
}
