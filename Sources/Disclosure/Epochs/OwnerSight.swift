import Domain
import PolicyEngine

/// How the owner of a shop sees what one buyer bought through it: as every viewer sees it, by the audience that the buyer
/// has the owner in.
///
/// A commission is an exact total, so it may be made only of what its owner can read line by line in the feed: shop and
/// price of a purchase that is released. Otherwise an owner who knows all other lines is told the one that is missing.
/// Whether the shop is open just now does not matter, since its owner may open it.
struct OwnerSight {
    let audience: Audience
    /// The owner is shown nothing that was released before.
    private let visibleFrom: Instant
    private let now: Instant

    /// Returns `nil` if either has blocked the other.
    ///
    /// Who is no friend counts as everyone: looking for a friend in common would show no less than the buyer shows to all.
    init?(of owner: Head, in buyer: Head, at now: Instant) {
        guard !buyer.hasBlocked(owner), !owner.hasBlocked(buyer) else { return nil }
        audience = buyer.audience(ofFriend: owner.id) ?? .everyone
        visibleFrom = buyer.friends[owner.id]?.visibleFrom ?? Instant(seconds: 0)
        self.now = now
    }

    /// A decision about a purchase for the audience, or nothing as long as it is not released to the owner.
    func released(_ disclosure: Disclosure, _ facts: PurchaseFacts) -> Disclosure {
        guard let size = disclosure.time.bucketSize else { return .nothing }
        let release = facts.release(size)
        guard release < Int64(UInt32.max), release <= now.minutes, release * 60 >= visibleFrom.seconds else {
            return .nothing
        }
        return disclosure
    }
}
