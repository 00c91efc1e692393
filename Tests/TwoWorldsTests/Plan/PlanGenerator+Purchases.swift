import Disclosure
import Domain
import PolicyEngine

extension PlanGenerator {
    /// Some sixty that both worlds have, and those that are hidden.
    mutating func makePurchases() {
        for index in 0..<number(50...70) { purchases.append(common(index)) }
        for index in 0..<secondHidden {
            guard var purchase = hidden(1000 + index, by: one(of: concealments)) else { continue }
            if index >= firstHidden { purchase.presence = .onlyInSecond }
            purchases.append(purchase)
        }
    }

    private mutating func common(_ number: Int) -> PlannedPurchase {
        let person = one(of: people)
        let moment = self.number(0...Timeline.moments.count - 1)
        var purchase = PlannedPurchase(
            number: number, owner: person.handle, moment: moment,
            details: details(
                of: chance(15) ? one(of: Goods.sensitive).good : one(of: Goods.ordinary).id, at: instant(moment)))
        if chance(20) { purchase.shop = one(of: people).handle }
        if chance(5) { purchase.visibility = .hidden }
        // Readers see their own purchases in full.
        let isReader = person.handle == WorldPlan.viewer || person.handle == WorldPlan.companion
        if hasOtherDetails, !isReader, let other = other(purchase, person) { purchase.presence = .otherwise(other) }
        return purchase
    }

    private mutating func details(of product: String, at instant: Instant) -> PlannedPurchase.Details {
        PlannedPurchase.Details(
            product: product, at: instant, quantity: UInt32(number(1...9)), total: amount(one(of: Goods.bands)))
    }

    private mutating func amount(_ band: ClosedRange<Int64>) -> Int64 { Int64.random(in: band, using: &random) }

    /// Up to three months before a moment.
    private mutating func instant(_ moment: Int) -> Instant {
        Timeline.moments[moment].advanced(bySeconds: -Int64(number(60...90 * 86_400)))
    }

    private mutating func hidden(_ number: Int, by concealment: Concealment) -> PlannedPurchase? {
        guard let person = bearer(of: concealment) else { return nil }
        var moment = self.number(0...Timeline.moments.count - 1)
        var product = one(of: Goods.ordinary).id
        var at: Instant?
        switch concealment {
        case .tier: product = one(of: Goods.withheld)
        case .classNotOptedIn:
            guard
                let good = Goods.sensitive.filter({ !person.optedIn.contains($0.className) }).randomElement(
                    using: &random)
            else { return nil }
            product = good.good
        case .beforeSince: at = Instant("2025-11-30T00:00:00Z")?.advanced(bySeconds: -Int64(self.number(0...5_000_000)))
        case .privately: moment = person.privateMoment ?? moment
        case .minor: moment = self.number(0...max(1, person.comesOfAge ?? 1) - 1)
        case .unreleased:
            moment = self.number(Timeline.unreleased)
            let length = Timeline.moments[moment].seconds - Timeline.unreleasedFrom.seconds
            at = Timeline.unreleasedFrom.advanced(bySeconds: Int64.random(in: 0..<length, using: &random))
        case .tooOld: at = Timeline.longAgo.advanced(bySeconds: -Int64(self.number(0...5_000_000)))
        case .levelNothing, .sharingOff, .itemHidden, .itemForCloserOnes, .blocked, .returned: break
        }
        var purchase = PlannedPurchase(
            number: number, owner: person.handle, moment: moment,
            details: details(of: product, at: at ?? instant(moment)))
        purchase.isReturned = concealment == .returned
        if concealment == .itemHidden { purchase.visibility = .hidden }
        if concealment == .itemForCloserOnes { purchase.visibility = .atMost(.closeFriends) }
        return purchase
    }

    /// Somebody whose purchases can be hidden so.
    private mutating func bearer(of concealment: Concealment) -> PlannedPerson? {
        people.dropFirst(2).filter { person in
            switch concealment {
            case .tier, .itemHidden, .returned, .tooOld: true
            case .classNotOptedIn: person.optedIn.count < 2
            case .levelNothing: person.levels[0] == .nothing
            case .beforeSince: person.since.hasPrefix("2025-12")
            case .sharingOff: !person.isSharing
            case .itemForCloserOnes: !person.closeFriends.contains(WorldPlan.viewer)
            case .blocked: !person.blocked.isEmpty
            case .privately: person.privateMoment != nil
            case .minor: person.comesOfAge != nil
            case .unreleased: person.levels[0] < .full
            }
        }.randomElement(using: &random)
    }

    /// Other details that look the same as coarse as anybody sees them; nothing where somebody may see them exactly.
    private mutating func other(_ purchase: PlannedPurchase, _ person: PlannedPerson) -> PlannedPurchase.Details? {
        guard person.widest < .full, let zone = Zone(person.zone),
            let good = Goods.all.first(where: { $0.id == purchase.details.product }),
            let band = Goods.bands.first(where: { $0.contains(purchase.details.total) })
        else { return nil }
        var other = purchase.details
        other.total = amount(band)
        other.quantity = UInt32(number(1...9))
        if person.widest < .product,
            let twin = Goods.all.filter({ $0.label == good.label }).randomElement(using: &random)
        {
            other.product = twin.id
        }
        for _ in 0..<10 {
            let at = purchase.details.at.advanced(bySeconds: Int64(number(-300_000...300_000)))
            guard at < Timeline.moments[purchase.moment], isSameBucket(at, purchase.details.at, zone),
                let since = Instant(person.since), (at >= since) == (purchase.details.at >= since)
            else { continue }
            other.at = at
            break
        }
        return other
    }

    /// Whether two instants fall into the same week and the same month.
    private func isSameBucket(_ one: Instant, _ other: Instant, _ zone: Zone) -> Bool {
        [TimeBucket.Size.week, .month].allSatisfy { size in
            TimeBucket(size: size, minute: one.minutes, day: zone.day(at: one))
                == TimeBucket(size: size, minute: other.minutes, day: zone.day(at: other))
        }
    }
}
