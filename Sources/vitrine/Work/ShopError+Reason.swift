import Domain
import FriendShops
import PolicyEngine

extension ShopError {
    /// For the person at the keyboard.
    func reason(_ rules: ShopRules) -> String {
        switch self {
        case .noShop: "there is no shop yet; make one with `vitrine shop set`"
        case .invalidName: "the name: \(TextRule(maximumLength: rules.nameLength).expectation)"
        case .deceptiveName: "a word of the name mixes scripts whose letters look alike"
        case .invalidSign: "the sign: \(TextRule(maximumLength: rules.lineLength).expectation)"
        case .invalidLine: "the line: \(TextRule(maximumLength: rules.lineLength).expectation)"
        case .invalidAvatar: "the avatar: \(Avatar.expectation)"
        case .noSuchSlot: "there is no such slot; `vitrine shop show` tells which there are"
        case .unknownProduct: "the catalogue has no such product; look with `vitrine catalogue search`"
        case .unknownPurchase: "there is no such purchase of this person"
        case .goneProduct: "the catalogue has the good of this purchase no more"
        case .delisted: "the good is no longer listed"
        case .notPickable: "a good of this class cannot be put into a window"
        case .alreadyPicked: "the good is in the window already"
        case .locked: "the slot is locked; `vitrine shop show` tells until when"
        case .invalidAudience: "a link is for close-friends, friends, friends-of-friends or everyone"
        case .invalidLifetime:
            "a link is good for \(FriendShops.linkHours.lowerBound) to \(FriendShops.linkHours.upperBound) hours"
        case .tooManyLinks: "there are as many links as there may be; revoke one first"
        }
    }
}
