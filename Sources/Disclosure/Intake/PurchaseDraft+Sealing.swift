import Domain
import PolicyEngine

/// What is known about a purchase's buyer and goods at intake.
struct IntakeContext {
    var owner: Head
    var shop: PersonID?
    var now: Instant
    var rulebook: Rulebook
    var nonce: UInt64
    /// The narrowing that the key has kept, as it holds for this buyer.
    var kept: PurchaseFacts?
    /// The facts of the purchase of the same buyer that this one replaces; `nil` if it is gone, or was somebody else's.
    var replaced: PurchaseFacts?
    var undoesReturns = true
}

/// A purchase ready to be written: facts for a segment, details for a record of their own.
struct SealablePurchase {
    var facts: PurchaseFacts
    var details: [UInt8]
    var isWithheld: Bool

    /// The details again, as reading them back would open them.
    func opened() -> OpenedPurchase? { try? OpenedPurchase(details.span) }
}

extension PurchaseDraft {
    /// Works out the facts, with bucket and release, and encodes the details.
    ///
    /// Nothing of the draft is left.
    ///
    /// Bucket and release are worked out once, in the zone then valid, and never move. A corrected instant or product, a
    /// return undone, and a key put again after its purchase was gone count as late arrivals; any other correction keeps the
    /// release. What the key was narrowed to holds for the new purchase.
    consuming func sealed(_ context: IntakeContext) throws(IntakeError) -> SealablePurchase {
        guard quantity <= Self.maximumQuantity else { throw .quantityTooLarge }
        guard total.minorUnits >= 0 else { throw .negativeAmount }
        let zone = context.owner.zone
        let instant: Instant
        switch moment {
        case .instant(let told): instant = told
        case .local(let told): instant = zone.instant(of: told)
        }
        guard instant.seconds >= 86_400, instant <= context.now.advanced(bySeconds: 86_400),
            instant.minutes < Int64(UInt32.max)
        else { throw .implausibleInstant }
        let good = context.rulebook.good(product)
        let facts = facts(context, instant: instant, day: zone.day(at: instant), good: good)
        let details = OpenedPurchase(
            key: key, productID: product, title: good?.product.title ?? LocalizedText(en: nil, zh: nil),
            quantity: quantity,
            total: total, instant: instant, shop: context.shop, category: good?.category ?? 0
        ).encoded()
        return SealablePurchase(
            facts: facts, details: details,
            isWithheld: context.rulebook.policy.tier(of: facts.classCode) == .withhold)
    }

    private borrowing func facts(
        _ context: IntakeContext, instant: Instant, day: CivilDay, good: Rulebook.Good?
    ) -> PurchaseFacts {
        let minute = UInt32(instant.minutes)
        var facts = PurchaseFacts(
            nonce: context.nonce, minute: minute, product: good?.product.number ?? 0, category: good?.category ?? 0,
            releaseMinute: 0, releaseDays: (0, 0, 0, 0), classCode: good?.classCode ?? .unknown, flags: [],
            override: .none, dayShift: Int8(clamping: Int(day.number) - Int(minute / 1440)))
        if context.owner.isMinor { facts.flags.insert(.minor) }
        if context.owner.consent.isPrivate(at: instant) || context.owner.consent.isPrivate(at: context.now) {
            facts.flags.insert(.isPrivate)
        }
        if context.shop != nil { facts.flags.insert(.throughShop) }
        if let kept = context.kept {
            (facts.override, facts.others, facts.hold) = (kept.override, kept.others, kept.hold)
            facts.flags.formUnion(kept.flags.intersection(.kept.union([.spoken, .elsewhere])))
            if kept.product == facts.product {
                facts.classCode = context.rulebook.stricter(facts.classCode, kept.classCode)
            }
        }
        let wasReturned = facts.flags.contains(.returned)
        if status == .returned { facts.flags.insert(.returned) }
        if status == .bought, context.undoesReturns { facts.flags.remove(.returned) }
        let isUndone = wasReturned && !facts.flags.contains(.returned)
        if let replaced = context.replaced, !isUndone, replaced.minute == facts.minute,
            replaced.dayShift == facts.dayShift,
            replaced.product == facts.product, replaced.category == facts.category
        {
            facts.releaseMinute = replaced.releaseMinute
            facts.releaseDays = replaced.releaseDays
        } else {
            facts.setRelease(receivedAt: context.now, calendar: context.rulebook.policy.release)
        }
        return facts
    }
}

extension PurchaseFacts {
    /// Works out from when on each size of bucket may be seen.
    mutating func setRelease(receivedAt now: Instant, calendar: ReleaseCalendar) {
        let firstDay = Int64(minute / 1440)
        func days(_ size: TimeBucket.Size) -> UInt16 {
            UInt16(clamping: Int64(calendar.release(of: bucket(size), receivedAt: now).day.number) - firstDay)
        }
        releaseMinute = UInt32(clamping: calendar.release(of: bucket(.minute), receivedAt: now).minutes)
        releaseDays = (days(.day), days(.week), days(.month), days(.quarter))
    }
}
