public import Domain

/// A form in which goods are shown: a label, with the brand and the price band that stand beside it.
public struct LabelForm: Hashable, Sendable {
    /// The category that stands for the goods, by its number.
    public let label: UInt32
    /// ``ProductPrecision/category`` or ``ProductPrecision/department``.
    public let precision: ProductPrecision
    public let brand: String?
    public let band: PriceBand?
    /// Whether it is the form of goods of tier B, which must not tell their class, and not that of any goods.
    public let isOfTelling: Bool

    public init(
        label: UInt32, precision: ProductPrecision, brand: String? = nil, band: PriceBand? = nil,
        isOfTelling: Bool = false
    ) {
        self.label = label
        self.precision = precision
        self.brand = brand
        self.band = band
        self.isOfTelling = isOfTelling
    }
}

/// What a policy asks of the goods that stand behind a form.
public struct FormThresholds: Sendable, Equatable {
    /// How many goods must fit a form.
    let goods: Int
    let telling: TellingThresholds

    public init(_ policy: Policy) {
        goods = policy.preimageGoods
        telling = policy.telling
    }
}

extension LabelCensus {
    /// The forms that may be shown by this census and could not be by a former one: enough goods fit them now, or they tell
    /// no class of tier B any more.
    ///
    /// Looks at the forms of some goods, or at all forms.
    public func opened(
        since former: LabelCensus, under thresholds: FormThresholds, before formerThresholds: FormThresholds,
        by goods: [CataloguedGood]? = nil
    ) -> Set<LabelForm> {
        let candidates = goods.map { Set($0.flatMap { forms(of: $0) + former.forms(of: $0) }) } ?? forms
        return candidates.filter { admits($0, thresholds) && !former.admits($0, formerThresholds) }
    }

    /// Whether goods may be shown in a form, as far as the goods behind it decide.
    public func admits(_ form: LabelForm, _ thresholds: FormThresholds) -> Bool {
        if form.isOfTelling {
            return !isTelling(Label(number: form.label, precision: form.precision), thresholds.telling) { _ in true }
        }
        let count = goods(under: form.label, at: form.precision, brand: form.brand, band: form.band)
        return count >= thresholds.goods
    }

    private func forms(of good: CataloguedGood) -> [LabelForm] {
        shownLabels(of: good.category).flatMap { label in
            let hasBrand = label.precision == .category && good.brand != nil
            let brands = hasBrand ? [nil, good.brand] : [nil]
            let bands = good.band == nil ? [nil] : [nil, good.band]
            return brands.flatMap { brand in
                bands.map { LabelForm(label: label.number, precision: label.precision, brand: brand, band: $0) }
            } + telling(label)
        }
    }

    private func telling(_ label: Label) -> [LabelForm] {
        guard tallies[label]?.contains(where: { classifier.tier(of: $0.classCode) == .coarsen }) == true else {
            return []
        }
        return [LabelForm(label: label.number, precision: label.precision, isOfTelling: true)]
    }
}
