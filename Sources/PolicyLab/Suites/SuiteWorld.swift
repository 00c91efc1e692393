import Disclosure
import Domain
import PolicyEngine

/// What a suite made up, ready to be rehearsed.
struct SuiteWorld: Sendable {
    let suite: Suite
    let activities: [RehearsedActivity]

    init(_ suite: Suite) {
        self.suite = suite
        let zones = Dictionary(suite.people.map { ($0.handle, $0.zone) }) { first, _ in first }
        activities = suite.activities.compactMap { Self.activity($0, zone: zones[$0.owner] ?? .utc) }
    }

    /// The catalogue: each good, and what stands beside it on its shelf.
    var goods: [CatalogueEntry] {
        suite.goods.flatMap { good in
            (0...good.alike).compactMap { number in
                ProductID(number == 0 ? good.name : "\(good.name)~\(number)").map { id in
                    CatalogueEntry(
                        id: id, title: good.title, categoryID: good.category, brand: good.brand,
                        listPrice: good.price, exclusivePrice: nil, isListed: good.isListed)
                }
            }
        }
    }

    /// The people with what they agreed to under a policy.
    func cast(under policy: Policy) throws(RefusedConsentError) -> RehearsedCast {
        var people: [RehearsedPerson] = []
        for person in suite.people {
            var consent = Consent()
            if let agreement = suite.agreements[person.handle] {
                do {
                    consent = try agreement.consent(under: policy, at: suite.now)
                } catch {
                    throw RefusedConsentError(owner: person.handle, reason: error)
                }
            }
            people.append(
                RehearsedPerson(
                    handle: person.handle, name: person.name, zone: person.zone, isMinor: person.isMinor,
                    consent: consent, friends: friends(of: person.handle), blocks: suite.blocks[person.handle] ?? [],
                    shop: person.shop.map { RehearsedPerson.Front(name: $0.name, sign: $0.sign) }))
        }
        return RehearsedCast(people)
    }

    private func friends(of person: Handle) -> [Handle: RehearsedPerson.Friendship] {
        let close = suite.closeFriends[person] ?? []
        var friends: [Handle: RehearsedPerson.Friendship] = [:]
        for friendship in suite.friendships where friendship.first == person || friendship.second == person {
            let other = friendship.first == person ? friendship.second : friendship.first
            friends[other] = RehearsedPerson.Friendship(isClose: close.contains(other), visibleFrom: friendship.from)
        }
        return friends
    }

    private static func activity(_ activity: Suite.Activity, zone: Zone) -> RehearsedActivity? {
        switch activity.content {
        case .purchase(let purchase):
            guard let product = ProductID(purchase.good) else { return nil }
            let made: Instant
            let moment: PurchaseDraft.Moment
            switch purchase.moment {
            case .instant(let instant): (made, moment) = (instant, .instant(instant))
            case .local(let local): (made, moment) = (zone.instant(of: local), .local(local))
            }
            var rehearsed = RehearsedPurchase(
                name: activity.name, buyer: activity.owner, product: product, quantity: UInt32(purchase.quantity),
                total: purchase.total, at: moment, receivedAt: purchase.received ?? made, shop: purchase.shop)
            rehearsed.isReturned = purchase.isReturned
            rehearsed.visibility = purchase.visibility.map { $0 == .owner ? .hidden : .atMost($0) } ?? .standard
            rehearsed.isThirdParty = purchase.isThirdParty
            rehearsed.classAtPurchase = purchase.classAtPurchase
            rehearsed.madeAsMinor = purchase.isMinors
            rehearsed.madeInPrivate = purchase.isPrivate
            return .purchase(rehearsed)
        case .happening(let happening):
            return .happening(
                RehearsedHappening(
                    name: activity.name, owner: activity.owner, kind: happening.kind,
                    product: happening.good.flatMap { ProductID($0) }, at: happening.at))
        }
    }
}
