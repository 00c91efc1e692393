/// Why a purchase is not taken in.
public enum IntakeError: Error, Equatable, Sendable {
    case unknownBuyer
    case unknownShop
    /// The purchase is somebody else's, and the put may not change that.
    case otherBuyer
    case quantityTooLarge
    case negativeAmount
    /// Before 1970, or more than a day in the future.
    case implausibleInstant
}
