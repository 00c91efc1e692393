import Domain
import PolicyEngine

extension Rulebook {
    /// The category that stands for a product at a precision coarser than exact; `nil` when none may be shown.
    func label(of category: UInt32, _ precision: ProductPrecision) -> Domain.Category? {
        census.label(of: category, at: precision).flatMap { taxonomy.category(number: $0) }
    }

    /// The disclosure in a form that at least k goods of the catalogue fit; nothing when there is none.
    ///
    /// Whether an item is shown depends on the label only; that a brand or a price band fits enough goods is seen to where they
    /// are rendered, and leaves them out where not.
    /// `isClosed` says what may not be shown yet, see ``Openings``.
    func fitting(
        _ disclosure: Disclosure, category: UInt32, isClosed: (Openings.Subject) -> Bool = { _ in false }
    ) -> Disclosure {
        if disclosure.product == .exact || disclosure.isNothing { return disclosure }
        for precision in [disclosure.product, .department] {
            guard let label = census.label(of: category, at: precision) else { continue }
            let subjects = openingSubjects(category: category, precision, isOfTelling: false)
            if census.goods(under: label, at: precision) >= policy.preimageGoods, !subjects.contains(where: isClosed) {
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
            guard let label = census.label(of: category, at: disclosure.product) else { return true }
            let isTelling = census.isTelling(
                label: label, classCode: code, forms: { $0 == code ? disclosure : forms($0) },
                thresholds: policy.telling)
            if isTelling { return true }
        }
        return false
    }
}
