import Domain
import PolicyEngine

extension Rulebook {
    /// The category that stands for a product at a precision coarser than exact.
    func label(of category: UInt32, _ precision: ProductPrecision) -> Domain.Category? {
        switch precision {
        case .exact, .none: nil
        case .brand, .category: taxonomy.label(of: category, depth: policy.labels.category)
        case .department: taxonomy.label(of: category, depth: policy.labels.department)
        }
    }

    /// The disclosure in a form that at least k goods of the catalogue fit; nothing when there is none.
    ///
    /// Whether an item is shown depends on the label only; that a brand or a price band fits enough goods is seen to where they
    /// are rendered, and leaves them out where not.
    func fitting(_ disclosure: Disclosure, category: UInt32) -> Disclosure {
        if disclosure.product == .exact || disclosure.isNothing { return disclosure }
        for precision in [disclosure.product, .department] {
            guard let label = label(of: category, precision) else { continue }
            if census.goods(under: label.number, at: precision) >= policy.preimageGoods {
                var fitting = disclosure
                fitting.product = precision
                return fitting.normalized
            }
        }
        return .nothing
    }

    /// Whether the form in which a good of a tier B class would be exposed tells that it is of this class.
    func isTelling(
        _ disclosure: Disclosure, category: UInt32, classes: [ClassCode], forms: (ClassCode) -> Disclosure
    ) -> Bool {
        for code in classes where policy.tier(of: code) == .coarsen {
            guard let label = label(of: category, disclosure.product) else { return true }
            let isTelling = census.isTelling(
                label: label.number, classCode: code, forms: { $0 == code ? disclosure : forms($0) },
                thresholds: policy.telling)
            if isTelling { return true }
        }
        return false
    }
}
