import Domain

extension Disclosure {
    /// What is told, in a few words.
    var phrase: Bilingual {
        if isNothing { return Bilingual("nothing", "不显示") }
        let parts = [product.phrase, time.phrase, price.phrase, quantity.phrase, shop.phrase].compactMap(\.self)
        return Bilingual(parts.map(\.en).joined(separator: ", "), parts.map(\.zh).joined(separator: "、"))
    }
}

extension ProductPrecision {
    fileprivate var phrase: Bilingual? {
        switch self {
        case .exact: Bilingual("the product", "具体商品")
        case .brand: Bilingual("brand and category", "品牌与类目")
        case .category: Bilingual("the category", "类目")
        case .department: Bilingual("the department", "大类")
        case .none: nil
        }
    }
}

extension TimePrecision {
    fileprivate var phrase: Bilingual? {
        switch self {
        case .minute: Bilingual("to the minute", "精确到分钟")
        case .day: Bilingual("the day", "日期")
        case .week: Bilingual("the week", "所在周")
        case .month: Bilingual("the month", "月份")
        case .quarter: Bilingual("the quarter", "季度")
        case .none: nil
        }
    }
}

extension PricePrecision {
    fileprivate var phrase: Bilingual? {
        switch self {
        case .exact: Bilingual("the price", "价格")
        case .band: Bilingual("a price band", "价格区间")
        case .none: nil
        }
    }
}

extension QuantityPrecision {
    fileprivate var phrase: Bilingual? { self == .exact ? Bilingual("how many", "数量") : nil }
}

extension ShopPrecision {
    fileprivate var phrase: Bilingual? { self == .named ? Bilingual("whose shop", "经由谁的小店") : nil }
}
