/// Why a change of a shop is refused; nothing was changed.
public enum ShopError: Error, Equatable, Sendable {
    case noShop
    case invalidName
    /// A word of the name mixes scripts whose letters look alike.
    case deceptiveName
    case invalidSign
    case invalidLine
    case invalidAvatar
    case noSuchSlot
    case unknownProduct
    /// No purchase of the owner has this id.
    case unknownPurchase
    /// The catalogue has the good of a purchase no more.
    case goneProduct
    case delisted
    /// The good's class may not be put into a window.
    case notPickable
    case alreadyPicked
    /// The pick in this slot cannot be replaced yet.
    case locked
    case invalidAudience
    case invalidLifetime
    case tooManyLinks
}
