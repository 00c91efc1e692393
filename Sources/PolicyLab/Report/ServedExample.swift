import Disclosure
import Foundation

/// A served item, read back from its bytes, in a few words: `Kitchen & Dining, 2026-05, 10.00–24.99 USD`.
struct ServedExample: Decodable {
    private struct Name: Decodable {
        let en: String?
        let zh: String?
    }

    private struct Label: Decodable { let name: Name }

    private struct Product: Decodable {
        let title: Name?
        let category: Label?
    }

    private struct Time: Decodable { let value: String }

    private struct Price: Decodable {
        let amount: Int64?
        let from: Int64?
        let to: Int64?
        let currency: String

        var text: String {
            func major(_ units: Int64) -> String { "\(units / 100).\(units % 100 < 10 ? "0" : "")\(units % 100)" }
            if let amount { return "\(major(amount)) \(currency)" }
            return "\(major(from ?? 0))–\(to.map(major) ?? "") \(currency)"
        }
    }

    private let product: Product?
    private let time: Time
    private let price: Price?

    init?(_ item: ExposedItem) {
        guard let bytes = try? JSONEncoder().encode(item),
            let served = try? JSONDecoder().decode(ServedExample.self, from: bytes)
        else { return nil }
        self = served
    }

    var words: Bilingual {
        let name = product?.title ?? product?.category?.name
        let rest = [time.value, price?.text].compactMap(\.self)
        return Bilingual(
            ([name?.en ?? name?.zh ?? "—"] + rest).joined(separator: ", "),
            ([name?.zh ?? name?.en ?? "—"] + rest).joined(separator: "，"))
    }
}
