import Domain
import PolicyEngine

/// A front as it may be kept: every text bounded, in NFC, and without what steers or deceives readers.
struct ShopFront: Equatable {
    let name: String
    let sign: String?
    let line: String?
    let avatar: String?
    let isOpen: Bool

    init(_ front: FriendShops.Front, rules: ShopRules) throws(ShopError) {
        guard let name = TextRule(maximumLength: rules.nameLength).normalized(front.name) else { throw .invalidName }
        guard !LookAlikes.mixesScripts(name) else { throw .deceptiveName }
        self.name = name
        let line = TextRule(maximumLength: rules.lineLength)
        sign = try Self.kept(front.sign, { line.normalized($0) }, else: .invalidSign)
        self.line = try Self.kept(front.line, { line.normalized($0) }, else: .invalidLine)
        avatar = try Self.kept(front.avatar, { Avatar($0)?.text }, else: .invalidAvatar)
        isOpen = front.isOpen
    }

    private static func kept(
        _ text: String?, _ normal: (String) -> String?, else error: ShopError
    ) throws(ShopError) -> String? {
        guard let text else { return nil }
        guard let kept = normal(text) else { throw error }
        return kept
    }
}

extension Shop {
    /// The shop with another front, and what of the change is activity.
    ///
    /// Opening a shop tells all of its front; the changes of one that is closed tell nobody anything. A closing is noted
    /// too, and told with the opening after it: while the shop is closed, its owner must look like one who has none.
    mutating func take(_ front: ShopFront, at now: Instant) {
        switch (isOpen, front.isOpen) {
        case (false, true): note("opened", at: now)
        case (true, false): note("closed", at: now)
        case (true, true):
            if name != front.name { note("renamed", at: now) }
            if sign != front.sign { note("newSign", at: now) }
        case (false, false): break
        }
        name = front.name
        sign = front.sign
        line = front.line
        avatar = front.avatar
        isOpen = front.isOpen
    }
}
