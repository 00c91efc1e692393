import ArgumentParser
import Foundation

/// Prints somebody's feed.
struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Print the feed of a person, made by the same path as the API's.",
        discussion: """
            Examples:
              vitrine feed --data ./data --as ada
              vitrine feed --data ./data --as ada --limit 50 --json
            """)

    @OptionGroup var options: InstallationOptions
    @Option(name: .customLong("as"), help: "The handle of the viewer.") var viewer: String
    @Option(help: "How many items, 1 to 50.") var limit = 20
    @Flag(help: "Print what the API answers.") var json = false

    func validate() throws {
        guard (1...50).contains(limit) else { throw ValidationError("`--limit` is 1 to 50") }
    }

    func run() async throws {
        let result = try await options.perform { perform in try await perform(.feed(person: viewer, limit: limit)) }
        guard case .document(let bytes) = result else { return }
        if json {
            Results.write(String(decoding: bytes, as: UTF8.self))
            return
        }
        let page = try JSONDecoder().decode(FeedLines.self, from: Data(bytes))
        var table = TextTable(["when", "who", "what", "price"].map { .init($0) })
        for item in page.items { table.append([item.time.value, item.actor.name, item.what, item.paid]) }
        Results.write(table.text.trimmingCharacters(in: .newlines))
    }
}

/// A page of the API, as far as a terminal shows it.
private struct FeedLines: Decodable {
    struct Item: Decodable {
        struct Actor: Decodable { var name: String }
        struct Time: Decodable { var value: String }
        struct Text: Decodable { var en: String?, zh: String? }
        struct Label: Decodable { var name: Text }
        struct Shop: Decodable { var name: String }
        struct Product: Decodable {
            var title: Text?
            var brand: String?
            var category: Label?
            var exclusivePrice: Int64?
            var listPrice: Int64?
            var currency: String?
        }
        struct Price: Decodable {
            var amount: Int64?
            var from: Int64?
            var to: Int64?
            var currency: String
        }

        var kind: String
        var actor: Actor
        var time: Time
        var product: Product?
        var price: Price?
        var quantity: Int?
        var shop: Shop?
        var event: String?
        var bought: Bool?

        var what: String {
            let name = product?.title ?? product?.category?.name
            let text = [product?.brand, name?.en ?? name?.zh].compactMap(\.self).joined(separator: " ")
            switch kind {
            case "purchase": return "bought " + (quantity.map { $0 > 1 ? "\($0) × " : "" } ?? "") + text
            case "pick": return "recommends \(text)" + (bought == true ? ", bought it" : "")
            case "offer": return (event == "back" ? "is back: " : "cheaper now: ") + text
            default: return "shop “\(shop?.name ?? "")”: \(event ?? kind)"
            }
        }

        var paid: String {
            if let price {
                if let amount = price.amount { return Self.amount(amount, price.currency) }
                let from = Self.amount(price.from ?? 0, price.currency)
                return price.to.map { "\(from) – \(Self.amount($0, price.currency))" } ?? "from \(from)"
            }
            guard let product, let currency = product.currency, let amount = product.exclusivePrice ?? product.listPrice
            else {
                return ""
            }
            return Self.amount(amount, currency)
        }

        private static func amount(_ units: Int64, _ currency: String) -> String {
            AmountText.text(units, currency: currency)
        }
    }

    var items: [Item]
}
