/// A class of viewers, from the closest to the farthest.
///
/// Whoever is blocked is in none of them.
public enum Audience: UInt8, CaseIterable, Sendable, Comparable {
    case owner, closeFriends, friends, friendsOfFriends, everyone

    public static func < (left: Audience, right: Audience) -> Bool { left.rawValue < right.rawValue }

    /// The audiences other than the owner, closest first.
    public static let others: [Audience] = [.closeFriends, .friends, .friendsOfFriends, .everyone]

    /// As policies, settings and the API write it.
    public var name: String {
        switch self {
        case .owner: "self"
        case .closeFriends: "close-friends"
        case .friends: "friends"
        case .friendsOfFriends: "friends-of-friends"
        case .everyone: "everyone"
        }
    }

    public init?(name: some StringProtocol) {
        guard let match = Audience.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}
