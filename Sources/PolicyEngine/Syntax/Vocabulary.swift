import Domain

/// The words that may stand for the values of one kind of thing.
struct Vocabulary<Value: Sendable & Equatable>: Sendable {
    /// What the words are called in messages: `audience`.
    let noun: String
    let words: [(word: String, value: Value)]

    func value(of word: String) -> Value? {
        words.first { $0.word == word }?.value
    }

    func word(for value: Value) -> String {
        words.first { $0.value == value }?.word ?? ""
    }
}

extension Vocabulary where Value == ActivityKind {
    static let kinds = Vocabulary(
        noun: "kind",
        words: [
            ("purchase", .purchase), ("pick", .pick), ("shop", .shop), ("offer", .offer), ("milestone", .milestone),
        ])
}

extension Vocabulary where Value == Audience {
    static let audiences = Vocabulary(noun: "audience", words: Audience.allCases.map { ($0.name, $0) })
}

extension Vocabulary where Value == Tier {
    static let tiers = Vocabulary(noun: "tier", words: Tier.allCases.map { ($0.name, $0) })
}

extension Vocabulary where Value == Level {
    static let levels = Vocabulary(noun: "level", words: Level.allCases.map { ($0.rawValue, $0) })
}

extension Vocabulary where Value == ProductPrecision {
    static let products = Vocabulary(
        noun: "value of `product`",
        words: [
            ("exact", .exact), ("brand", .brand), ("category", .category), ("department", .department), ("none", .none),
        ])
}

extension Vocabulary where Value == TimePrecision {
    static let times = Vocabulary(
        noun: "value of `time`",
        words: [
            ("minute", .minute), ("day", .day), ("week", .week), ("month", .month), ("quarter", .quarter),
            ("none", .none),
        ])
}

extension Vocabulary where Value == PricePrecision {
    static let prices = Vocabulary(
        noun: "value of `price`", words: [("exact", .exact), ("band", .band), ("none", .none)])
}

extension Vocabulary where Value == QuantityPrecision {
    static let quantities = Vocabulary(noun: "value of `quantity`", words: [("exact", .exact), ("none", .none)])
}

extension Vocabulary where Value == ShopPrecision {
    static let shops = Vocabulary(noun: "value of `shop`", words: [("named", .named), ("none", .none)])
}
