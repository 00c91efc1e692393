import FriendShops

extension ShopError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noShop: .conflict(.noShop)
        case .invalidName: .refused(.root.member("name"), .malformed)
        case .invalidSign: .refused(.root.member("sign"), .malformed)
        case .invalidLine: .refused(.root.member("line"), .malformed)
        case .noSuchSlot: Problem(.notFound)
        case .unknownProduct: .refused(.root.member("product"), .namesNothing)
        case .delisted: .conflict(.delisted)
        case .notPickable: .conflict(.notPickable)
        case .alreadyPicked: .conflict(.alreadyPicked)
        case .locked: .conflict(.locked)
        }
    }
}
