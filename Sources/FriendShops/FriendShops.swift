public import Disclosure
public import Domain
import Foundation
import PolicyEngine

/// Shops and their picks.
public final class FriendShops: ActivitySource {
    let point: EnforcementPoint

    /// Makes the shops and tells the enforcement point of them.
    public init(point: EnforcementPoint) {
        self.point = point
        point.attach(self)
    }

    /// What an owner sets of the front.
    public struct Front: Sendable {
        public var name: String
        public var sign: String?
        public var line: String?
        public var isOpen: Bool

        public init(name: String, sign: String?, line: String?, isOpen: Bool) {
            self.name = name
            self.sign = sign
            self.line = line
            self.isOpen = isOpen
        }
    }

    // MARK: For viewers

    public func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool {
        try await shop(of: owner)?.isOpen ?? false
    }

    public func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity] {
        guard let shop = try await shop(of: owner), shop.isOpen else { return [] }
        let records = point.personalRecords
        let picks = shop.picks.sorted { $0.key < $1.key }.map { _, pick in
            OwnerActivity(
                kind: .pick, nonce: records.activityNonce(of: owner, pick.serial.octets),
                at: Instant(seconds: pick.pickedAt),
                product: pick.product, event: nil, shopName: shop.name, shopSign: shop.sign)
        }
        let events = shop.events.compactMap { event in
            OwnerActivity.Event(rawValue: event.event).map { kind in
                OwnerActivity(
                    kind: .shop, nonce: records.activityNonce(of: owner, event.serial.octets),
                    at: Instant(seconds: event.at), product: 0, event: kind, shopName: shop.name, shopSign: shop.sign)
            }
        }
        return picks + events
    }

    /// The front and picks of a shop for whoever is in an audience; nothing while the shop is closed or not for them.
    ///
    /// `source` is what the viewer may see of the owner's shop events and picks: a pick that is not in it is not shown.
    public func exposed(
        _ owner: PersonID, handle: String, source: VisibleSource, reading: Reading
    ) async throws(VaultError) -> ExposedShop? {
        guard let shop = try await shop(of: owner), shop.isOpen, source.showsShopFront(reading) else { return nil }
        let picks = shop.picks.sorted { $0.key < $1.key }.compactMap { slot, pick -> ExposedPick? in
            let nonce = point.personalRecords.activityNonce(of: owner, pick.serial.octets)
            guard source.references.contains(where: { $0.tie == nonce && source.admits($0, asOf: reading.now) }) else {
                return nil
            }
            return reading.rulebook.offered(pick.product).map { ExposedPick(slot: slot, product: $0) }
        }
        return ExposedShop(
            handle: handle, name: shop.name, sign: shop.sign, line: shop.line, picks: picks,
            policy: reading.policyRevision)
    }

    // MARK: For the owner

    /// The owner's own shop; nothing, when there is none yet.
    public func ownShop(of owner: PersonID) async throws(VaultError) -> OwnShop? {
        guard let shop = try await shop(of: owner) else { return nil }
        let rules = point.rulebook.policy.shop
        let picks = shop.picks.sorted { $0.key < $1.key }.compactMap { slot, pick -> OwnShop.Slot? in
            point.rulebook.offered(pick.product).map {
                OwnShop.Slot(
                    slot: slot, product: $0,
                    lockedUntil: Instant(seconds: pick.pickedAt + Int64(rules.lockHours) * 3600).description)
            }
        }
        return OwnShop(
            name: shop.name, sign: shop.sign, line: shop.line, open: shop.isOpen, slots: rules.slots, picks: picks)
    }

    /// Sets the front; opens the shop on first use.
    ///
    /// What changed becomes activity.
    public func setFront(_ front: Front, of owner: PersonID) async throws {
        let rules = point.rulebook.policy.shop
        guard let name = TextRule(maximumLength: rules.nameLength).normalized(front.name) else {
            throw ShopError.invalidName
        }
        var sign: String?
        if let text = front.sign {
            guard let normal = TextRule(maximumLength: rules.lineLength).normalized(text) else {
                throw ShopError.invalidSign
            }
            sign = normal
        }
        var line: String?
        if let text = front.line {
            guard let normal = TextRule(maximumLength: rules.lineLength).normalized(text) else {
                throw ShopError.invalidLine
            }
            line = normal
        }
        let now = point.personalRecords.now
        let isOpen = front.isOpen
        try await point.personalRecords.changeShop(of: owner) { bytes in
            let old = bytes.flatMap(Shop.init)
            var shop = old ?? Shop(name: name, isOpen: false)
            if isOpen {
                if old?.isOpen != true {
                    shop.note(.opened, at: now)
                } else if old?.name != name {
                    shop.note(.renamed, at: now)
                } else if old?.sign != sign {
                    shop.note(.newSign, at: now)
                }
            }
            shop.name = name
            shop.sign = sign
            shop.line = line
            shop.isOpen = isOpen
            return (shop.encoded(), old?.isOpen == true)
        }
    }

    /// Puts a good into a slot.
    ///
    /// Putting the same good again changes nothing.
    public func pick(_ product: ProductID, slot: Int, of owner: PersonID) async throws {
        let rulebook = point.rulebook
        let rules = rulebook.policy.shop
        guard (1...rules.slots).contains(slot) else { throw ShopError.noSuchSlot }
        guard let number = rulebook.number(of: product) else { throw ShopError.unknownProduct }
        guard rulebook.isListed(number) else { throw ShopError.delisted }
        guard rules.pickable.contains(rulebook.tier(of: number)) else { throw ShopError.notPickable }
        let now = point.personalRecords.now
        try await point.personalRecords.changeShop(of: owner) { bytes in
            guard var shop = bytes.flatMap(Shop.init) else { throw ShopError.noShop }
            if shop.picks[slot]?.product == number { return (shop.encoded(), false) }
            guard !shop.picks.values.contains(where: { $0.product == number }) else { throw ShopError.alreadyPicked }
            try shop.checkUnlocked(slot, rules: rules, rulebook: rulebook, now: now)
            let replaces = shop.picks[slot] != nil
            shop.serial += 1
            shop.picks[slot] = Shop.Pick(product: number, pickedAt: now.seconds, serial: shop.serial)
            return (shop.encoded(), replaces)
        }
    }

    /// Empties a slot.
    ///
    /// Does nothing when it is empty.
    public func unpick(slot: Int, of owner: PersonID) async throws {
        let rulebook = point.rulebook
        guard (1...rulebook.policy.shop.slots).contains(slot) else { throw ShopError.noSuchSlot }
        let now = point.personalRecords.now
        try await point.personalRecords.changeShop(of: owner) { bytes in
            guard var shop = bytes.flatMap(Shop.init) else { throw ShopError.noShop }
            try shop.checkUnlocked(slot, rules: rulebook.policy.shop, rulebook: rulebook, now: now)
            shop.picks[slot] = nil
            return (shop.encoded(), true)
        }
    }

    func shop(of owner: PersonID) async throws(VaultError) -> Shop? {
        try await point.personalRecords.shop(of: owner).flatMap(Shop.init)
    }
}

extension Shop {
    init?(_ bytes: [UInt8]) {
        guard let shop = try? JSONDecoder().decode(Shop.self, from: Data(bytes)) else { return nil }
        self = shop
    }

    func encoded() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { preconditionFailure("a shop has only plain fields") }
        return Array(data)
    }

    mutating func note(_ event: OwnerActivity.Event, at now: Instant) {
        serial += 1
        events.append(Event(event: event.rawValue, at: now.seconds, serial: serial))
        if events.count > Self.maximumEvents { events.removeFirst(events.count - Self.maximumEvents) }
    }

    /// A pick stays for its time, unless its good was delisted or raised to a class that may not be picked.
    func checkUnlocked(_ slot: Int, rules: ShopRules, rulebook: Rulebook, now: Instant) throws(ShopError) {
        guard let pick = picks[slot], rulebook.isListed(pick.product),
            rules.pickable.contains(rulebook.tier(of: pick.product))
        else { return }
        guard now.seconds >= pick.pickedAt + Int64(rules.lockHours) * 3600 else { throw .locked }
    }
}

extension UInt32 {
    fileprivate var octets: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
