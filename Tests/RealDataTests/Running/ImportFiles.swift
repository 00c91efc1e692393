import Foundation

/// The raw files, brought into the form that imports take.
struct ImportFiles {
    let folder: URL

    var taxonomy: String { RealInput.directory?.appending(path: "taxonomy/shopify_categories_en_zh.tsv").path ?? "" }
    var people: String { folder.appending(path: "people.tsv").path }
    var friendships: String { folder.appending(path: "friendships.tsv").path }
    var products: String { folder.appending(path: "products.tsv").path }
    var purchases: String { folder.appending(path: "purchases.tsv").path }

    init(_ world: RawWorld, in folder: URL) throws {
        self.folder = folder
        try write(people, ["handle", "name"], world.people.map { [RawWorld.handle($0), RawWorld.name($0)] })
        try write(
            friendships, ["a", "b"], world.edges.map { [RawWorld.handle($0.0), RawWorld.handle($0.1)] })
        try write(
            products, ["id", "title", "category", "brand", "price", "currency"],
            world.goods.values.map { good in
                let price = good.price.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" }
                return [good.id, good.title, good.node ?? "", good.brand, price ?? "", price == nil ? "" : "USD"]
            })
        try write(
            purchases, ["order", "line", "buyer", "product", "quantity", "total", "currency", "at"],
            world.purchases.map { line in
                [
                    line.order, line.line, RawWorld.handle(line.owner), line.product, line.quantity, line.total, "USD",
                    line.timestamp,
                ]
            })
    }

    private func write(_ path: String, _ header: [String], _ rows: [[String]]) throws {
        let lines = ([header] + rows).map { $0.joined(separator: "\t") }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }
}
