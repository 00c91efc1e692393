import Domain

extension ModelState {
    /// Why a viewer must not see a purchase in a form; `nil` if the model knows of no reason.
    func refusal(_ name: PurchaseName, _ form: Form, to viewer: String) -> (rule: Rule, reason: String)? {
        guard let purchase = purchases[name], purchase.exists else { return (.gone, "it was deleted") }
        let owner = purchase.row.buyer
        guard let person = people[owner], person.number == purchase.owner else {
            return (.gone, "its buyer was erased")
        }
        let audience = audience(of: viewer, for: owner)
        return standing(of: person, refuses: purchase, viewer, audience)
            ?? bound(of: person, purchase, audience).flatMap { rule, bound in
                if bound.isNothing { return (rule, "nothing of it is agreed to for \(audience.rawValue)") }
                return form.exceeds(bound) ? (.precision, "it is shown finer than agreed: \(form), not \(bound)") : nil
            }
            ?? tooEarly(person, purchase, form, viewer, audience)
    }

    private func standing(
        of person: PersonState, refuses purchase: PurchaseState, _ viewer: String, _ audience: AudienceName
    ) -> (rule: Rule, reason: String)? {
        guard let since = person.since else { return (.sharingOff, "sharing is off") }
        if instant(ofMinute: purchase.row.minute) < since {
            return (.beforeSince, "it was bought before sharing began")
        }
        if person.isMinor { return (.minorNow, "the buyer is a minor") }
        if purchase.asMinor { return (.boughtAsMinor, "it was bought as a minor") }
        if purchase.privately { return (.boughtPrivately, "it was bought in private mode") }
        if purchase.isReturned { return (.returned, "it was returned, and nobody said otherwise") }
        if person.blocks.contains(viewer) { return (.blocked, "\(purchase.row.buyer) has blocked \(viewer)") }
        if audience.rank > purchase.word.reach { return (.word, "its owner set it to \(purchase.word.name)") }
        return nil
    }

    /// The most that was agreed to, and the rule that says so.
    private func bound(
        of person: PersonState, _ purchase: PurchaseState, _ audience: AudienceName
    ) -> (rule: Rule, bound: Form)? {
        guard let product = products[purchase.row.product] else { return (.withheldClass, .nothing) }
        var sensitivity = product.sensitivity
        let isWide = policy == .wide && person.consentedToWide
        if isWide, sensitivity.className == "alcohol" { sensitivity.tier = .ownerDecides }
        if policy == .narrow, sensitivity.className == "media-choice" { sensitivity = .withheld }
        let tier: TierName
        switch sensitivity.tier {
        case .withhold: return (.withheldClass, .nothing)
        case .coarsen: tier = .coarsen
        case .ownerDecides: tier = .ownerDecides
        case .ordinary: tier = .ordinary
        }
        if let name = sensitivity.className, !person.optedIn.contains(name) { return (.notOptedIn, .nothing) }
        let level = person.levels[audience]?[tier] ?? .nothing
        if level == .nothing { return (.level, .nothing) }
        let bound = Form(level, isWide: isWide).met(.granted(to: audience, sensitivity.tier))
        return (.level, bound)
    }

    /// Whether it is shown too early: before its bucket has ended, or although it was released before a friendship.
    private func tooEarly(
        _ person: PersonState, _ purchase: PurchaseState, _ form: Form, _ viewer: String, _ audience: AudienceName
    ) -> (rule: Rule, reason: String)? {
        let bought = instant(ofMinute: purchase.row.minute)
        let end = Self.end(of: bought, form.time)
        if now < end { return (.release, "its time is told before \(end)") }
        // A tick follows the end of a bucket, or what came late, within a bucket and a few days.
        let slack: Int64 = [90, 130, 40, 13, 5, 1][form.time]
        let released = max(end, purchase.written).advanced(bySeconds: slack * 86_400)
        if let from = person.friends[viewer], released < from {
            return (.newFriend, "it was released before they became friends at \(from)")
        }
        if let from = person.unblocked[viewer], released < from {
            return (.unblocked, "it was released before \(viewer) was unblocked at \(from)")
        }
        return nil
    }

    /// The end of the bucket that an instant lies in, in UTC; `size` as ``Form/time`` counts.
    private static func end(of instant: Instant, _ size: Int) -> Instant {
        let day = instant.seconds / 86_400
        switch size {
        case 4: return Instant(seconds: (day + 1) * 86_400)
        case 3: return Instant(seconds: (day - (day + 3) % 7 + 7) * 86_400)
        case 2, 1:
            // The first day of the next month, found by its text.
            var next = Instant(seconds: day * 86_400)
            let month = next.description.prefix(7)
            while next.description.prefix(7) == month { next = next.advanced(bySeconds: 86_400) }
            return next
        default: return instant
        }
    }
}
