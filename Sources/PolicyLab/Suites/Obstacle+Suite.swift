import Disclosure
import PolicyEngine

extension Obstacle {
    /// As suites write it.
    var suiteObstacle: SuiteObstacle {
        switch self {
        case .blocked: .blocked
        case .itemSetting: .itemSetting
        case .returned: .returned
        case .sharingOff: .sharingOff
        case .beforeSharing: .beforeSharing
        case .rules: .rules
        case .notOptedIn: .notOptedIn
        case .level: .level
        case .earlierRevision: .earlierRevision
        case .fewGoods: .fewGoods
        case .tellingForm: .tellingForm
        case .coarse: .coarse
        case .noGood: .noGood
        case .notYetReleased: .notYetReleased
        case .beforeFriendship: .beforeFriendship
        case .held: .held
        case .nothingToShow: .nothingToShow
        }
    }
}
