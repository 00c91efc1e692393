import Domain
import PolicyEngine

/// How an item looks, but for its values: the label and the precision of every field.
///
/// The label of an exact product is the product itself. A brand is no label: it stands beside its category.
package struct DisplayedForm: Hashable, Sendable {
    /// The number of the category or product that stands for the goods.
    let label: UInt32
    let disclosureCode: UInt16

    /// Nothing when the disclosure shows nothing.
    init?(_ disclosure: Disclosure, of facts: PurchaseFacts, _ rulebook: Rulebook) {
        switch disclosure.product {
        case .none: return nil
        case .exact: label = facts.product
        case .brand, .category, .department:
            guard let shown = rulebook.census.label(of: facts.category, at: disclosure.product) else { return nil }
            label = shown
        }
        disclosureCode = disclosure.code
    }
}
