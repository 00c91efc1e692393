import Domain
import PolicyEngine

/// How to go back to the state before a raise: the least that has to be kept for its hold to outlive a restart.
///
/// Catalogue, taxonomy and policy are no personal data.
enum Undo {
    /// To the revision of an ordinal.
    case policy(Int)
    case taxonomy([Domain.Category])
    /// Puts products back, and takes away those that were new.
    case products(put: [Product], removed: [ProductID])

    /// The rulebook before the raise; nothing when it cannot be made any more.
    func rulebook(before book: Rulebook, policy: (_ ordinal: Int) -> Policy?) -> Rulebook? {
        switch self {
        case .policy(let ordinal):
            policy(ordinal).map { book.under($0, ordinal: UInt32(ordinal), revisions: book.revisions) }
        case .taxonomy(let categories): (try? Taxonomy(categories)).map(book.over)
        case .products(let put, let removed): book.replacing(put, removing: Set(removed))
        }
    }

    var isOfProducts: Bool {
        if case .products = self { true } else { false }
    }
}
