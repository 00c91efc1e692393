import Domain

/// A disclosure as written, where fields may be left out.
struct PartialDisclosure {
    static let shapes: [Field] = [
        .optional("product", .word(of: .products)), .optional("time", .word(of: .times)),
        .optional("price", .word(of: .prices)), .optional("quantity", .word(of: .quantities)),
        .optional("shop", .word(of: .shops)),
    ]

    /// Their names.
    static let fields = shapes.map(\.key)

    var product: ProductPrecision?
    var time: TimePrecision?
    var price: PricePrecision?
    var quantity: QuantityPrecision?
    var shop: ShopPrecision?

    /// Reads a mapping of fields, or the name of a level; nothing after a mistake was reported.
    init?(_ node: SyntaxNode, of what: String, levels: Levels?, _ diagnostics: Diagnostics) {
        if case .scalar(let word, _) = node.content {
            guard let level = Level(rawValue: word), level == .nothing || levels != nil else {
                let words = levels == nil ? ["nothing"] : Level.allCases.map(\.rawValue)
                diagnostics.report(
                    "unknown level `\(word)`", at: node.location,
                    expected: "a mapping of fields, or one of \(MappingReader.list(words))",
                    suggestion: Spelling.nearest(to: word, among: words))
                return nil
            }
            // A level that could not be read was reported where it stands.
            guard level == .nothing || levels?.has(level) == true else { return nil }
            self = PartialDisclosure(levels?.disclosure(level) ?? .nothing)
            return
        }
        let count = diagnostics.reported.count
        guard
            let reader = MappingReader(node, of: what, noun: "field", Self.shapes, diagnostics: diagnostics)
        else { return nil }
        product = reader.value("product", of: .products)
        time = reader.value("time", of: .times)
        price = reader.value("price", of: .prices)
        quantity = reader.value("quantity", of: .quantities)
        shop = reader.value("shop", of: .shops)
        if diagnostics.reported.count > count { return nil }
    }

    init(_ disclosure: Disclosure) {
        product = disclosure.product
        time = disclosure.time
        price = disclosure.price
        quantity = disclosure.quantity
        shop = disclosure.shop
    }

    /// With the fields of another disclosure where none are written.
    func filled(from other: Disclosure) -> Disclosure {
        Disclosure(
            product: product ?? other.product, time: time ?? other.time, price: price ?? other.price,
            quantity: quantity ?? other.quantity, shop: shop ?? other.shop)
    }

    /// The written fields that normal form would change, as they would have to be written.
    func corrections(of whole: Disclosure) -> [String] {
        let normal = whole.normalized
        var corrections: [String] = []
        if let product, product != normal.product {
            corrections.append("product: \(Vocabulary.products.word(for: normal.product))")
        }
        if let time, time != normal.time { corrections.append("time: \(Vocabulary.times.word(for: normal.time))") }
        if let price, price != normal.price {
            corrections.append("price: \(Vocabulary.prices.word(for: normal.price))")
        }
        if let quantity, quantity != normal.quantity {
            corrections.append("quantity: \(Vocabulary.quantities.word(for: normal.quantity))")
        }
        if let shop, shop != normal.shop { corrections.append("shop: \(Vocabulary.shops.word(for: normal.shop))") }
        return corrections
    }
}
