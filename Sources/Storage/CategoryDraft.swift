public import Domain

/// A category before it has a number.
public struct CategoryDraft: Hashable, Sendable {
    public var id: String
    public var parentID: String?
    public var name: LocalizedText

    public init(id: String, parentID: String?, name: LocalizedText) {
        self.id = id
        self.parentID = parentID
        self.name = name
    }
}
