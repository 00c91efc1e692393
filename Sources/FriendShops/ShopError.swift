/// Why a change of a shop is refused; nothing was changed.
public enum ShopError: Error, Equatable, Sendable {
    case noShop
    case invalidName
    case invalidSign
    case invalidLine
    case noSuchSlot
    case unknownProduct
    case delisted
    /// The good's class may not be put into a window.
    case notPickable
    case alreadyPicked
    /// The pick in this slot cannot be replaced yet.
    case locked
}
