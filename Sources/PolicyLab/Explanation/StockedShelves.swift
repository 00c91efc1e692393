public import Disclosure
public import Domain

/// A catalogue with a good on every leaf of a taxonomy, for made-up purchases to stand among.
///
/// Without neighbours nothing coarse is ever shown, since nothing looks alike.
public enum StockedShelves {
    /// One good a leaf, all at one price, and so many more on some of them.
    public static func goods(
        of taxonomy: Taxonomy, price: Money, more: Int = 0, on crowded: Set<String> = []
    ) -> [CatalogueEntry] {
        taxonomy.leaves.flatMap { leaf in
            (0...(crowded.contains(leaf.id) ? more : 0)).compactMap { number in
                id(leaf.id, number).map {
                    CatalogueEntry(
                        id: $0, title: leaf.name, categoryID: leaf.id, brand: nil, listPrice: price,
                        exclusivePrice: nil, isListed: true)
                }
            }
        }
    }

    /// The id of the first good on a leaf.
    public static func id(on leaf: String) -> ProductID? { id(leaf, 0) }

    private static func id(_ leaf: String, _ number: Int) -> ProductID? {
        ProductID(number == 0 ? "shelf-\(leaf)" : "shelf-\(leaf)-and-\(number)")
    }
}
