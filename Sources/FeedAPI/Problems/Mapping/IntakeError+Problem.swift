import Disclosure

extension IntakeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknownBuyer, .otherBuyer: .refused(.root.member("buyer"), .namesNobody)
        case .unknownShop: .refused(.root.member("shop"), .namesNobody)
        case .quantityTooLarge: .refused(.root.member("quantity"), .outOfBounds)
        case .negativeAmount: .refused(.root.member("total"), .outOfBounds)
        case .implausibleInstant: .refused(.root.member("at"), .implausible)
        }
    }
}
