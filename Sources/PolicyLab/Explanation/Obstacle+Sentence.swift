import Disclosure

extension Obstacle {
    /// For the person at the keyboard.
    var sentence: String {
        switch self {
        case .blocked: "the owner has blocked the viewer"
        case .itemSetting: "the owner hid this item from this audience"
        case .returned: "it was returned"
        case .sharingOff: "the owner does not share purchases"
        case .beforeSharing: "it was bought before the owner began to share"
        case .rules: "no grant gives it, or a limit takes it"
        case .notOptedIn: "the owner has not opted its class in"
        case .level: "the level that the owner chose for this audience leaves nothing"
        case .earlierRevision: "the policy under which the owner agreed allowed less"
        case .fewGoods: "too few goods of the catalogue look alike in this form"
        case .tellingForm: "the form would tell what it is: too little that looks alike is ordinary"
        case .coarse: "activity of a shop is shown exactly or not at all"
        case .noGood: "the good is not in the catalogue, or is delisted"
        case .notYetReleased: "it is not released yet"
        case .beforeFriendship: "it was released before the viewer became a friend"
        case .held: "it is held back with items of the same form that a new policy hides"
        case .nothingToShow: "what would be shown is not known"
        }
    }
}
