import Disclosure
import Domain
import FriendShops
import PolicyEngine

/// Brings the sample to life: everything happens at its own time, as it would have.
struct DemoWorld {
    let now: Instant
    private static let dayLength: Int64 = 86_400
    /// Longer ago than anything in the sample.
    private static let daysOfHistory: Int64 = 400

    /// The secret of a token for everybody, by handle, and one for the platform under an empty name.
    func fill(_ directory: DataDirectory) async throws -> [String: String] {
        let clock = DemoClock(now.advanced(bySeconds: -Self.daysOfHistory * Self.dayLength))
        let installation = try await Installation.open(directory, policy: PolicyOrigin(), clock: clock)
        try await putPeople(installation)
        try await installation.point.catalogue.put(DemoSample.goods.map(CatalogueEntry.init))
        try await agree(installation, clock)
        try await buy(installation, clock)
        try await openShops(installation, clock)
        clock.set(now)
        try await choose(installation)
        let tokens = try await issueTokens(installation)
        try await installation.close()
        return tokens
    }

    private func handle(_ text: String) throws -> Handle {
        guard let handle = Handle(text) else {
            throw CommandFailure("the sample is broken: `\(text)`", exitCode: .failure)
        }
        return handle
    }

    private func person(_ text: String, _ installation: Installation) async throws -> PersonID {
        guard let person = try await installation.point.people.find(try handle(text)) else {
            throw CommandFailure("the sample is broken: nobody is `\(text)`", exitCode: .failure)
        }
        return person
    }

    private func putPeople(_ installation: Installation) async throws {
        let profiles = try DemoSample.people.map { person in
            guard let zone = Zone(person.zone) else {
                throw CommandFailure("the sample is broken: `\(person.zone)`", exitCode: .failure)
            }
            return People.Profile(
                handle: try handle(person.handle), name: person.name, zone: zone, isMinor: person.isMinor)
        }
        _ = try await installation.point.people.put(profiles)
        _ = try await installation.point.people.befriend(
            try DemoSample.friendships.map { (try handle($0.0), try handle($0.1)) })
    }

    /// Everybody agrees on the day from which they share; the others set their lists on the first day.
    private func agree(_ installation: Installation, _ clock: DemoClock) async throws {
        let people = DemoSample.people.sorted { Self.daysBack($0) > Self.daysBack($1) }
        for person in people {
            clock.set(now.advanced(bySeconds: -Self.daysBack(person) * Self.dayLength))
            var change = ConsentChange()
            if let agreement = person.consent {
                change.sharing = .on(since: nil)
                for id in agreement.classes { change.classes[ClassCode(name: id)] = true }
                for entry in agreement.levels {
                    guard let audience = Audience(name: entry.audience), let tier = Tier(name: entry.tier),
                        let level = Level(rawValue: entry.level)
                    else {
                        throw CommandFailure("the sample is broken: a level of \(person.handle)", exitCode: .failure)
                    }
                    change.levels[Consent.Setting(audience: audience, tier: tier)] = level
                }
                if agreement.isPrivate { change.privateMode = .until(nil) }
            }
            let patch = VisibilityPatch(
                consent: change, closeFriends: .init(add: try person.closeFriends.map(handle)),
                blocks: .init(add: try person.blocks.map(handle)), mutes: .init(add: try person.mutes.map(handle)))
            try await installation.point.visibility.apply(
                patch, of: try await self.person(person.handle, installation), client: "demo", mayWiden: true)
        }
    }

    private static func daysBack(_ person: DemoSample.Person) -> Int64 {
        person.consent.map { Int64($0.daysBack) } ?? daysOfHistory
    }

    /// Takes every purchase in a little after it was made.
    private func buy(_ installation: Installation, _ clock: DemoClock) async throws {
        let zones = Dictionary(DemoSample.people.map { ($0.handle, $0.zone) }) { first, _ in first }
        for (number, purchase) in DemoSample.purchases.enumerated().sorted(by: {
            $0.element.daysAgo > $1.element.daysAgo
        }) {
            let day = now.advanced(bySeconds: -Int64(purchase.daysAgo) * Self.dayLength).day
            guard let (local, _) = LocalDateTime.parse("\(day)T\(purchase.time):00"),
                let zone = zones[purchase.buyer].flatMap({ Zone($0) }), let currency = Currency(purchase.currency),
                let product = ProductID(purchase.good),
                let key = PurchaseKey(source: "demo", order: "order-\(1000 + number)", line: "1")
            else { throw CommandFailure("the sample is broken: a purchase of \(purchase.good)", exitCode: .failure) }
            clock.set(min(now, zone.instant(of: local).advanced(bySeconds: 3600)))
            try await installation.point.intake.put(
                PurchaseDraft(
                    key: key, buyer: try handle(purchase.buyer), product: product, quantity: UInt32(purchase.quantity),
                    total: Money(minorUnits: purchase.total, currency: currency), at: .local(local),
                    shop: .set(try purchase.shop.map(handle)), status: purchase.isReturned ? .returned : nil))
        }
    }

    private func openShops(_ installation: Installation, _ clock: DemoClock) async throws {
        for (number, shop) in DemoSample.shops.enumerated() {
            let owner = try await person(shop.owner, installation)
            clock.set(now.advanced(bySeconds: -Int64(10 + number) * Self.dayLength))
            let front = FriendShops.Front(name: shop.name, sign: shop.sign, line: shop.line, isOpen: shop.isOpen)
            try await installation.shops.setFront(front, of: owner)
            for (slot, good) in shop.picks.enumerated() {
                guard let product = ProductID(good) else { continue }
                clock.set(clock.now.advanced(bySeconds: 7 * 3600))
                try await installation.shops.pick(product, slot: slot + 1, of: owner)
            }
        }
    }

    /// What buyers said about single purchases.
    private func choose(_ installation: Installation) async throws {
        for (number, purchase) in DemoSample.purchases.enumerated() {
            guard let name = purchase.visibility, let visibility = ItemVisibility(name: name) else { continue }
            let owner = try await person(purchase.buyer, installation)
            let page = try await installation.point.ledger.page(of: owner, limit: 1_000, cursor: nil).value
            guard let item = page.items.first(where: { $0.order == "order-\(1000 + number)" }) else { continue }
            try await installation.point.visibility.setItem(item.id, to: visibility, of: owner, mayWiden: true)
        }
    }

    private func issueTokens(_ installation: Installation) async throws -> [String: String] {
        var tokens: [String: String] = [:]
        for person in DemoSample.people {
            let scopes = Set(Scope.allCases.filter { $0.needsPerson })
            tokens[person.handle] = try await installation.point.tokens.issue(
                client: "demo", person: try handle(person.handle), scopes: scopes, days: 1
            ).secret
        }
        tokens[""] = try await installation.point.tokens.issue(
            client: "demo", person: nil, scopes: Set(Scope.allCases.filter { !$0.needsPerson }), days: 1
        ).secret
        return tokens
    }

    /// Who is who, and how to look through their eyes.
    func introduction(tokens: [String: String], port: Int, operationsPort: Int) -> String {
        var lines = ["", "A small world to look around in; it is gone when you stop it (Ctrl-C).", ""]
        for person in DemoSample.people {
            lines.append("\(person.name) (\(person.handle)): \(person.about)")
            lines.append(
                "  curl -s -H 'Authorization: Bearer \(tokens[person.handle] ?? "")' 'http://127.0.0.1:\(port)/v1/feed?limit=5'"
            )
        }
        lines += [
            "", "The platform, which tells who there is and what was bought:",
            "  curl -s -X DELETE -H 'Authorization: Bearer \(tokens[""] ?? "")' "
                + "'http://127.0.0.1:\(port)/v1/people/ada/friends/ben'",
            "", "Operations: http://127.0.0.1:\(operationsPort)/healthz, /readyz, /metrics", "",
            "Serving http://127.0.0.1:\(port)",
        ]
        return lines.joined(separator: "\n")
    }
}

extension CatalogueEntry {
    init(_ good: DemoSample.Good) {
        let currency = Currency(good.currency)
        // The sample's ids are literals; an impossible one would be found by its first test.
        guard let id = ProductID(good.id) else { preconditionFailure("`\(good.id)` is no product id") }
        func money(_ units: Int64?) -> Money? {
            guard let units, let currency else { return nil }
            return Money(minorUnits: units, currency: currency)
        }
        self.init(
            id: id, title: LocalizedText(en: good.en, zh: good.zh), categoryID: good.category, brand: good.brand,
            listPrice: money(good.listPrice), exclusivePrice: money(good.exclusivePrice), isListed: good.isListed)
    }
}
