import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import VitrineTesting

@testable import Disclosure

/// The feed as it is meant, slowly: nothing is kept, every head and fact is read, every fact decided, every item opened.
struct PlainFeed {
    private struct Shown {
        let position: FeedPosition
        let item: ExposedItem
    }

    let world: World
    private var point: EnforcementPoint { world.point }
    private var vault: Vault { point.vault }
    private var rulebook: Rulebook { point.rulebook }
    private var now: Instant { world.clock.now }

    /// Everything that a viewer is shown, in order.
    func items(of viewer: PersonID) async throws -> [ExposedItem] {
        guard let viewerHead = try await head(viewer) else { return [] }
        var shown: [Shown] = []
        for (friend, _) in viewerHead.friends {
            guard let owner = try await head(friend), let friendship = owner.friends[viewer] else { continue }
            if owner.blocks.contains(viewer, viewerHead.handle) { continue }
            if viewerHead.blocks.contains(friend, owner.handle) || viewerHead.mutes.contains(friend, owner.handle) {
                continue
            }
            let audience = friendship.isClose ? Audience.closeFriends : .friends
            shown += try await purchases(of: owner, audience, since: friendship.visibleFrom, for: viewerHead)
            shown += try await activities(of: owner, audience, since: friendship.visibleFrom)
        }
        return shown.sorted { $0.position < $1.position }.map(\.item)
    }

    private func head(_ person: PersonID) async throws -> Head? {
        guard let keys = try await vault.ownerKeys(of: person) else { return nil }
        return try await vault.counted([.head(person)], with: { _ in keys.open }, Head.init)[0]
    }

    private func released(
        of owner: Head, _ audience: Audience, since: Instant
    ) async throws -> [(ordinal: UInt32, facts: PurchaseFacts, disclosure: Disclosure)] {
        let facts = try await OwnerRecords(open: vault).facts(of: owner)
        let held = HeldItems(head: owner, facts: facts, rulebook: rulebook, now: now)
        return facts.compactMap { ordinal, facts in
            let disclosure = VisibleListsBuilder.decision(
                facts, head: owner, audience: audience, rulebook: rulebook, now: now)
            guard let size = disclosure.time.bucketSize, !held.contains(ordinal, audience) else { return nil }
            let release = facts.release(size) * 60
            return release <= now.seconds && release >= since.seconds ? (ordinal, facts, disclosure) : nil
        }
    }

    private func purchases(
        of owner: Head, _ audience: Audience, since: Instant, for viewer: Head
    ) async throws -> [Shown] {
        var shown: [Shown] = []
        for (ordinal, facts, disclosure) in try await released(of: owner, audience, since: since) {
            guard let size = disclosure.time.bucketSize else { continue }
            let bucket = facts.bucket(size)
            let id = ItemID(kind: .purchase, owner: owner.id, nonce: facts.nonce).text(vault.keys)
            let place = DetailsPlace(owner: owner.id, ordinal: ordinal, nonce: facts.nonce)
            let generalizer = Generalizer(rulebook: rulebook, now: now)
            let opened = try await OwnerRecords(open: vault).details([place]) { _, purchase in
                let item = generalizer.exposed(
                    purchase, bucket: bucket, releasedAt: facts.release(size), disclosure: disclosure, id: id,
                    actor: ExposedItem.Actor(owner))
                return (item: item, shop: purchase.shop)
            }
            guard let exposed = opened[0], var item = exposed.item else { continue }
            if disclosure.shop == .named, let shop = exposed.shop, let keeper = try await head(shop),
                !keeper.blocks.contains(viewer.id, viewer.handle), try await world.shops.isOpen(shop)
            {
                item = item.boughtAt(ExposedItem.ShopReference(handle: keeper.handle.text))
            }
            let minute = UInt32(clamping: bucket.endMinute)
            shown.append(Shown(position: FeedPosition(sortMinute: minute, tie: facts.nonce), item: item))
        }
        return shown
    }

    private func activities(of owner: Head, _ audience: Audience, since: Instant) async throws -> [Shown] {
        let builder = VisibleListsBuilder(head: owner, rulebook: rulebook, now: now)
        let bought = try await released(of: owner, audience, since: since)
            .filter { $0.disclosure.product == .exact }.map(\.facts.product)
        return try await world.shops.activities(of: owner.id).compactMap { activity in
            let minute = UInt32(clamping: activity.at.minutes)
            guard !builder.decision(activity, audience).isNothing, Int64(minute) * 60 <= now.seconds,
                Int64(minute) * 60 >= since.seconds
            else { return nil }
            let id = ItemID(kind: activity.kind, owner: owner.id, nonce: activity.nonce).text(vault.keys)
            let item = rulebook.exposed(
                activity, actor: ExposedItem.Actor(owner), id: id,
                bought: activity.kind == .pick && bought.contains(activity.product))
            return item.map { Shown(position: FeedPosition(sortMinute: minute + 1, tie: activity.nonce), item: $0) }
        }
    }
}
