public import Domain

/// How many leaves of the taxonomy and goods of the catalogue stand behind each label, by class.
///
/// Answers whether what is shown could be ordinary just as well. No personal data.
public struct LabelCensus: Sendable {
    struct Label: Hashable {
        let number: UInt32
        let precision: ProductPrecision
    }

    struct Tally {
        let classCode: ClassCode
        var leaves = 0
        var goods = 0
    }

    private struct Shown: Hashable {
        let label: Label
        let brand: Int?
        let band: Int?
    }

    let classifier: Classifier
    private let labels: ShownLabels
    private(set) var tallies: [Label: [Tally]] = [:]
    private var goods: [Shown: Int] = [:]
    private var brands: [String: Int] = [:]
    private var bands: [PriceBand: Int] = [:]

    /// Counts the leaves of the taxonomy.
    public init(taxonomy: Taxonomy, classifier: Classifier, labels: LabelDepths) {
        self.init(
            taxonomy: taxonomy, classifier: classifier,
            labels: ShownLabels(taxonomy: taxonomy, classifier: classifier, depths: labels))
    }

    /// Counts the leaves of the taxonomy under other labels than those of the policy: for trying them, never for serving.
    package init(taxonomy: Taxonomy, classifier: Classifier, labels: ShownLabels) {
        self.classifier = classifier
        self.labels = labels
        for leaf in taxonomy.leaves {
            let code = classifier.classCode(ofCategory: leaf.number)
            for label in shownLabels(of: leaf.number) { count(code, under: label) { $0.leaves += 1 } }
        }
    }

    /// The same with goods counted as well; those of unknown categories have no label and do not count.
    public func adding(goods: some Sequence<CataloguedGood>) -> LabelCensus {
        replacing([CataloguedGood](), by: goods)
    }

    /// The same with some of the goods that were counted exchanged for others.
    public func replacing(
        _ gone: some Sequence<CataloguedGood>, by goods: some Sequence<CataloguedGood>
    ) -> LabelCensus {
        var census = self
        for good in gone { census.add(good, times: -1) }
        for good in goods { census.add(good, times: 1) }
        return census
    }

    private mutating func add(_ good: CataloguedGood, times: Int) {
        let brand = good.brand.map { Self.number($0, &brands) }
        let band = good.band.map { Self.number($0, &bands) }
        for label in shownLabels(of: good.category) {
            count(good.classCode, under: label) { $0.goods += times }
            goods[Shown(label: label, brand: nil, band: nil), default: 0] += times
            if band != nil { goods[Shown(label: label, brand: nil, band: band), default: 0] += times }
            guard label.precision == .category, brand != nil else { continue }
            goods[Shown(label: label, brand: brand, band: nil), default: 0] += times
            if band != nil { goods[Shown(label: label, brand: brand, band: band), default: 0] += times }
        }
    }

    /// The small number that stands for a value.
    private static func number<Value>(_ value: Value, _ numbers: inout [Value: Int]) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = numbers.count
        return numbers.count - 1
    }

    /// The number of the category that is shown for one; `nil` when there is none that may be shown, see ``ShownLabels``.
    public func label(of category: UInt32, at precision: ProductPrecision) -> UInt32? {
        labels.label(of: category, at: precision)
    }

    /// Goods that fit a label and, where they are shown as well, a brand and a price band.
    ///
    /// A brand stands beside a category, never beside a department.
    public func goods(
        under label: UInt32, at precision: ProductPrecision, brand name: String? = nil, band: PriceBand? = nil
    ) -> Int {
        let label = Label(number: label, precision: precision == .brand ? .category : precision)
        let brand = name.flatMap { brands[$0] }
        let bandNumber = band.flatMap { bands[$0] }
        // A brand or band that no good has fits none.
        if name != nil && brand == nil || band != nil && bandNumber == nil { return 0 }
        return goods[Shown(label: label, brand: brand, band: bandNumber)] ?? 0
    }

    /// Goods that fit a label, whichever precision shows it; the fewer where both do.
    public func goods(under label: UInt32) -> Int {
        let counts = [ProductPrecision.category, .department].compactMap {
            goods[Shown(label: Label(number: label, precision: $0), brand: nil, band: nil)]
        }
        return counts.min() ?? 0
    }

    /// Whether showing goods of a tier B class in the form that `forms` gives them would tell their class.
    ///
    /// `forms` says what each class discloses to one audience under one owner's settings. Of what the form may stand for,
    /// enough must be ordinary goods that are disclosed the same, among leaves and among goods, and no one sensitive class
    /// may be too many. Classes of other tiers are not protected by this rule.
    ///
    /// Every sensitive class under the label counts as disclosed the same, whether it is opted in or not. So a class that
    /// is withdrawn or coarsened leaves nothing behind that told before and does not now.
    public func isTelling(
        label: UInt32, classCode: ClassCode, forms: (ClassCode) -> Disclosure, thresholds: TellingThresholds
    ) -> Bool {
        guard classifier.tier(of: classCode) == .coarsen else { return false }
        let form = forms(classCode)
        if form.isNothing { return false }
        // An exact product or its brand stands for itself.
        guard form.product >= .category else { return true }
        return isTelling(Label(number: label, precision: form.product), thresholds) { forms($0) == form }
    }

    /// Whether too little of what stands behind a label is ordinary, as far as ordinary classes are shown alike.
    func isTelling(
        _ label: Label, _ thresholds: TellingThresholds, shownAlike: (ClassCode) -> Bool
    ) -> Bool {
        var leaves = Share()
        var goods = Share()
        for tally in tallies[label] ?? [] {
            switch classifier.tier(of: tally.classCode) {
            case .ordinary:
                guard shownAlike(tally.classCode) else { continue }
                leaves.ordinary += tally.leaves
                goods.ordinary += tally.goods
            case .ownerDecides, .coarsen:
                leaves.addSensitive(tally.leaves)
                goods.addSensitive(tally.goods)
            // Goods of tier A are shown in no form.
            case .withhold: continue
            }
        }
        return leaves.isShort(of: thresholds) || goods.isShort(of: thresholds)
            || leaves.ordinary + goods.ordinary < thresholds.ordinaryCount
    }

    /// Of what a form may stand for, how much is ordinary, how much is sensitive, and the most that one class has.
    private struct Share {
        var ordinary = 0
        var sensitive = 0
        var most = 0

        mutating func addSensitive(_ count: Int) {
            sensitive += count
            most = max(most, count)
        }

        /// The share of ordinary goods is smallest where all sensitive classes are shown, that of one class greatest where
        /// it is shown alone.
        func isShort(of thresholds: TellingThresholds) -> Bool {
            ordinary * 100 < (ordinary + sensitive) * thresholds.ordinaryShare
                || most * 100 > (ordinary + most) * thresholds.classShare
        }
    }

    /// Every form that goods were counted in.
    var forms: Set<LabelForm> {
        let names = Dictionary(uniqueKeysWithValues: brands.map { ($0.value, $0.key) })
        let stretches = Dictionary(uniqueKeysWithValues: bands.map { ($0.value, $0.key) })
        let shown = goods.keys.map { shown in
            LabelForm(
                label: shown.label.number, precision: shown.label.precision, brand: shown.brand.flatMap { names[$0] },
                band: shown.band.flatMap { stretches[$0] })
        }
        let telling = tallies.compactMap { label, tallies in
            tallies.contains { classifier.tier(of: $0.classCode) == .coarsen }
                ? LabelForm(label: label.number, precision: label.precision, isOfTelling: true) : nil
        }
        return Set(shown + telling)
    }

    func shownLabels(of category: UInt32) -> [Label] {
        [ProductPrecision.category, .department].compactMap { precision in
            label(of: category, at: precision).map { Label(number: $0, precision: precision) }
        }
    }

    private mutating func count(_ code: ClassCode, under label: Label, _ change: (inout Tally) -> Void) {
        var all = tallies[label] ?? []
        let position = all.firstIndex { $0.classCode == code } ?? all.count
        if position == all.count { all.append(Tally(classCode: code)) }
        change(&all[position])
        tallies[label] = all
    }
}
