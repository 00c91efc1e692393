import FriendShops

extension ShopError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noShop: Problem(.noShop)
        case .invalidName: .refused(.root.member("name"), .malformed)
        case .deceptiveName: .refused(.root.member("name"), .deceptive)
        case .invalidSign: .refused(.root.member("sign"), .malformed)
        case .invalidLine: .refused(.root.member("line"), .malformed)
        case .invalidAvatar: .refused(.root.member("avatar"), .malformed)
        case .noSuchSlot: Problem(.notFound)
        case .unknownProduct: .refused(.root.member("product"), .namesNothing)
        case .unknownPurchase: .refused(.root.member("purchase"), .namesNothing)
        case .goneProduct, .delisted: Problem(.goodDelisted)
        case .notPickable: Problem(.goodNotPickable)
        case .alreadyPicked: Problem(.goodAlreadyPicked)
        case .locked: Problem(.slotLocked)
        case .invalidAudience: .refused(.root.member("audience"), .notAChoice)
        case .invalidLifetime: .refused(.root.member("hours"), .outOfBounds)
        case .tooManyLinks: Problem(.tooManyShareLinks)
        }
    }
}
