public import Domain

/// What the owner of the key knows of a box.
///
/// Sensitivity: personal; what guesses are checked against.
public struct BoxTruth: Sendable {
    /// What a record holds.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case head, segment, details, purchaseIndex, shop, history, directory, token, roster, ownerKeys, state, epochs
    }

    public let address: Address
    public let kind: Kind
    /// The person it is about, by a number of this audit's; nothing for what is about nobody.
    public let owner: UInt32?
    public let isWithheld: Bool
    /// The class of the purchase that it is about.
    public let classCode: Int?
    /// The number of the category.
    public let category: Int?

    public init(
        address: Address, kind: Kind, owner: UInt32?, isWithheld: Bool = false, classCode: Int? = nil,
        category: Int? = nil
    ) {
        self.address = address
        self.kind = kind
        self.owner = owner
        self.isWithheld = isWithheld
        self.classCode = classCode
        self.category = category
    }
}
