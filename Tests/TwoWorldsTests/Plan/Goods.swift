import Domain
import Storage

/// The catalogue of both worlds: every label has a dozen goods, in two price bands.
enum Goods {
    struct Good: Sendable {
        let id: String
        let title: String
        let category: String
        let listPrice: Int64
        /// Goods of one label look alike where the label is all that is shown.
        let label: String
    }

    static let ordinaryLabels = ["hg-11-10", "hg-11-2", "hg-11-8", "fb-1-3", "fb-2-3-1", "el-1-3"]
    /// By class: one that the owner decides about, and one of which there is only ever a hint.
    static let sensitive: [(className: String, good: String)] =
        (0..<12).map { ("media-choice", "me-1.\($0)") } + (0..<2).map { ("alcohol", "fb-1-1.\($0)") }
    static let withheld = ["hb-1-15-5.0", "hb-1-15-5.1", "telling-title", "nowhere", "unknown"]

    static let ordinary = ordinaryLabels.flatMap { label in (0..<12).map { good(label, $0) } }

    static let all: [Good] =
        ordinary + (0..<12).map { good("me-1", $0) } + (0..<2).map { good("fb-1-1", $0) }
        + (0..<2).map { good("hb-1-15-5", $0) } + [
            Good(
                id: "telling-title", title: "Condoms, 12", category: "hg-11-8", listPrice: 9900, label: "telling")
        ]

    private static func good(_ label: String, _ number: Int) -> Good {
        Good(
            id: "\(label).\(number)", title: "Good \(number) of \(label)", category: label,
            listPrice: number.isMultiple(of: 2) ? 7_900 : 19_900, label: label)
    }

    static var drafts: [ProductDraft] {
        get throws {
            let currency = try Absent.orThrow(Currency("CNY"))
            return try all.map { good in
                ProductDraft(
                    id: try Absent.orThrow(ProductID(good.id)), title: LocalizedText(en: good.title, zh: nil),
                    categoryID: good.category, brand: nil,
                    listPrice: Money(minorUnits: good.listPrice, currency: currency), exclusivePrice: nil,
                    status: .listed)
            }
        }
    }

    /// The price bands of CNY in the policy that ships, in fen.
    static let bands: [ClosedRange<Int64>] = [1...4_999, 5_000...9_999, 10_000...29_999, 30_000...59_999]
}
