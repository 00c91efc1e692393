public import Domain

/// Taxonomy and products, in clear: they are no personal data.
public protocol CatalogueStore: Sendable {
    /// Every category, by rising number.
    func categories() async throws(StorageError) -> [Category]

    /// Replaces the taxonomy as a whole.
    ///
    /// An id that was ever there keeps its number; new ids get numbers never used before; ids no longer listed are
    /// gone, but their numbers stay reserved. Returns the new taxonomy.
    func replaceCategories(_ drafts: [CategoryDraft]) async throws(StorageError) -> [Category]

    /// Every product, by rising number.
    func products() async throws(StorageError) -> [Product]

    /// Inserts or replaces products by id, all or none; returns them with their numbers, in order.
    ///
    /// An id keeps its number for ever, also when the product was deleted in between.
    func putProducts(_ drafts: [ProductDraft]) async throws(StorageError) -> [Product]

    /// Deletes a product. Does nothing when there is none.
    func deleteProduct(_ id: ProductID) async throws(StorageError)

    /// The classes that were kept of products that are deleted or of unknown class.
    func keptClasses() async throws(StorageError) -> [ProductID: ClassCode]

    /// Keeps the classes of products, or forgets them for `nil`; the products may be deleted afterwards.
    ///
    /// Does nothing for a product that there never was.
    func keepClasses(_ classes: [ProductID: ClassCode?]) async throws(StorageError)

    /// The numbers that are kept for products that were deleted.
    func removedProducts() async throws(StorageError) -> [ProductID: UInt32]

    /// The numbers that are kept for categories that are gone, by their ids.
    func removedCategories() async throws(StorageError) -> [String: UInt32]

    /// The numbers of the listed products that a query finds, rising.
    func search(_ query: CatalogueQuery) async throws(StorageError) -> [UInt32]
}
