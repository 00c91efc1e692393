package import Disclosure
import Foundation

/// What an item says, read back from the bytes that would be served.
private struct ServedItem: Decodable {
    struct Label: Decodable {
        let id: String
    }

    struct Product: Decodable {
        let precision: String
        let id: String?
        let brand: String?
        let category: Label?
    }

    struct Price: Decodable {
        let amount: Int64?
        let from: Int64?
        let to: Int64?
    }

    let product: Product?
    let price: Price?
}

extension ExposedItem {
    /// What is told of product, time and price, in a few words: `exact tea-1, 2026-W02, 0–999`.
    package var words: String {
        let served = (try? JSONEncoder().encode(self)).flatMap { try? JSONDecoder().decode(ServedItem.self, from: $0) }
        var words: [String] = []
        if let product = served?.product {
            words.append(
                [product.precision, product.brand, product.id ?? product.category?.id].compactMap(\.self).joined(
                    separator: " "))
        } else {
            words.append(event ?? "nothing")
        }
        words.append(time.value)
        if let price = served?.price {
            words.append(price.amount.map { "\($0)" } ?? "\(price.from ?? 0)–\(price.to.map(String.init) ?? "")")
        }
        if let quantity { words.append("×\(quantity)") }
        if let boughtAt { words.append("at \(boughtAt.handle)") }
        return words.joined(separator: ", ")
    }
}
