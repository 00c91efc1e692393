import Domain
import PolicyEngine

/// Makes the visible lists of one owner, from facts alone.
struct VisibleListsBuilder {
    /// What purchases have in common that are decided alike.
    private struct Case: Hashable {
        var classes: PurchaseClasses
        var category: UInt32
        var age: Int
        var flags: PurchaseFacts.Flags

        /// In two words: more parts would take longer to hash than the rest of it all takes.
        func hash(into hasher: inout Hasher) {
            let codes = [classes.atPurchase, classes.ofProduct, classes.ofCategory]
            hasher.combine(codes.reduce(UInt64(truncatingIfNeeded: age)) { $0 << 16 | UInt64($1.rawValue) })
            hasher.combine(UInt64(category) << 8 | UInt64(flags.rawValue))
        }
    }

    private let rulebook: Rulebook
    private let now: Instant
    private let head: Head
    private let limit: ConsentLimit
    private let currentMonth: Int64
    /// For each audience, in the order of their numbers; nothing for those that nobody asked about.
    private var decided: [Case: [Disclosure?]] = [:]
    private var validUntil: Instant
    /// Whether anything may be shown only since a while.
    private let hasOpenings: Bool
    /// Whether an opening is about a product and its category.
    private var touched: [UInt64: Bool] = [:]
    /// For each audience but the owner, in the order of their numbers.
    private var lists = Audience.others.map { _ in [VisibleReference]() }
    private var exact = Audience.others.map { _ in [ExactPurchase]() }

    init(head: Head, rulebook: Rulebook, now: Instant) {
        self.head = head
        self.rulebook = rulebook
        self.now = now
        limit = ConsentLimit(policy: rulebook.policy, consent: head.consent, revisions: rulebook.revisions)
        let release = rulebook.policy.release
        currentMonth = Int64(release.ageInMonths(of: TimeBucket(size: .month, index: 0), at: now))
        let end = rulebook.openings.nextEnd(after: now)
        hasOpenings = end != nil
        let tick = release.monthTick(after: now)
        validUntil = end.map { min($0, tick) } ?? tick
    }

    private static let undecided = [Disclosure?](repeating: nil, count: Audience.allCases.count)

    /// The decision about one purchase for one audience, before its release is looked at.
    static func decision(
        _ facts: PurchaseFacts, head: Head, audience: Audience, rulebook: Rulebook, now: Instant
    ) -> Disclosure {
        var builder = VisibleListsBuilder(head: head, rulebook: rulebook, now: now)
        return builder.decision(facts, audience)
    }

    static func lists(
        head: Head, generation: UInt64, facts: [(ordinal: UInt32, facts: PurchaseFacts)], activities: [OwnerActivity],
        rulebook: Rulebook, now: Instant
    ) -> VisibleLists {
        var builder = VisibleListsBuilder(head: head, rulebook: rulebook, now: now)
        let held = HeldItems(head: head, facts: facts, rulebook: rulebook, now: now)
        for index in builder.lists.indices { builder.lists[index].reserveCapacity(facts.count) }
        builder.validUntil = min(builder.validUntil, held.nextEnd)
        for (ordinal, fact) in facts { builder.add(fact, ordinal: ordinal, except: held) }
        for (index, activity) in activities.enumerated() { builder.add(activity, ordinal: UInt32(index)) }
        return VisibleLists(
            face: OwnerFace(head), generation: generation, rulebookVersion: rulebook.version,
            validUntil: builder.validUntil,
            activities: activities, lists: builder.lists, exact: builder.exact)
    }

    private mutating func add(_ facts: PurchaseFacts, ordinal: UInt32, except held: HeldItems) {
        guard isShared(facts) else { return }
        let question = question(facts)
        let isTouched = isTouched(facts)
        // Looked up once for all audiences: the hash takes longer than the rest.
        var known = decided[question] ?? Self.undecided
        var isNew = false
        defer { if isNew { decided[question] = known } }
        // Most audiences see the same bucket.
        var last: (size: TimeBucket.Size, end: UInt32, release: Int64)?
        for audience in Audience.others where facts.override.admits(audience) && !held.contains(ordinal, audience) {
            let position = Int(audience.rawValue)
            if known[position] == nil {
                known[position] = decided(question, audience)
                isNew = true
            }
            guard let decided = known[position] else { continue }
            let disclosure = isTouched ? self.decided(question, audience, before: decided, of: facts) : decided
            guard let size = disclosure.time.bucketSize else { continue }
            let times =
                last.flatMap { $0.size == size ? $0 : nil }
                ?? (size: size, end: UInt32(clamping: facts.bucket(size).endMinute), release: facts.release(size))
            last = times
            guard times.release <= Int64(UInt32.max) else { continue }
            let reference = VisibleReference(
                sortMinute: times.end, releaseMinute: UInt32(clamping: times.release),
                tie: facts.nonce, ordinal: ordinal, disclosure: disclosure, kind: .purchase)
            if append(reference, audience), disclosure.product == .exact, facts.product != 0 {
                exact[Int(audience.rawValue) - 1].append(
                    ExactPurchase(product: facts.product, releaseMinute: reference.releaseMinute))
            }
        }
    }

    private mutating func add(_ activity: OwnerActivity, ordinal: UInt32) {
        let minute = UInt32(clamping: activity.at.minutes)
        for audience in Audience.others {
            let disclosure = decision(activity, audience)
            guard !disclosure.isNothing else { continue }
            append(
                VisibleReference(
                    sortMinute: minute + 1, releaseMinute: minute, tie: activity.nonce, ordinal: ordinal,
                    disclosure: disclosure, kind: activity.kind),
                audience)
        }
    }

    /// The decision about something done in the open: it is shown as it is, or not at all.
    func decision(_ activity: OwnerActivity, _ audience: Audience) -> Disclosure {
        var code = rulebook.policy.ordinaryClassCode
        if activity.product != 0 {
            guard rulebook.isPickable(activity.product), let good = rulebook.good(activity.product) else {
                return .nothing
            }
            code = good.classCode
        }
        let disclosure = rulebook.policy.table.disclosure(
            DecisionFacts(
                kind: activity.kind, audience: audience, classCode: code, ageInMonths: 0, minor: head.isMinor,
                isPrivate: false, thirdParty: false))
        return disclosure.product == .exact && disclosure.time == .minute ? disclosure : .nothing
    }

    /// Says whether the item is released.
    @discardableResult
    private mutating func append(_ reference: VisibleReference, _ audience: Audience) -> Bool {
        let release = Instant(seconds: Int64(reference.releaseMinute) * 60)
        if release > now {
            validUntil = min(validUntil, release)
            return false
        }
        lists[Int(audience.rawValue) - 1].append(reference)
        return true
    }

    /// The decision about one purchase, before its release is looked at; those decided alike are decided once.
    mutating func decision(_ facts: PurchaseFacts, _ audience: Audience) -> Disclosure {
        guard facts.override.admits(audience), isShared(facts) else { return .nothing }
        let question = question(facts)
        let disclosure = decision(question, audience)
        return isTouched(facts) ? decided(question, audience, before: disclosure, of: facts) : disclosure
    }

    /// Whether an opening is about a purchase, whenever it was released.
    private mutating func isTouched(_ facts: PurchaseFacts) -> Bool {
        guard hasOpenings else { return false }
        let key = UInt64(facts.product) << 32 | UInt64(facts.category)
        if let known = touched[key] { return known }
        let isTouched = rulebook.openingSubjects(product: facts.product, category: facts.category)
            .contains { rulebook.openings.isPending($0, at: now) }
        touched[key] = isTouched
        return isTouched
    }

    /// The decision about a purchase that an opening is about: as if that had not come, where it was released before.
    private func decided(
        _ question: Case, _ audience: Audience, before disclosure: Disclosure, of facts: PurchaseFacts
    ) -> Disclosure {
        guard let size = disclosure.time.bucketSize else { return .nothing }
        let release = facts.release(size)
        func closing(_ subject: Openings.Subject) -> Openings.Opening? {
            rulebook.openings.closing(subject, releasedAt: release, now: now)
        }
        let former = [closing(.product(facts.product)), closing(.category(facts.category))].compactMap { $0?.former }
        return rulebook.disclosure(
            of: question.classes.distinct + former, category: question.category, forms: form(question, audience),
            isClosed: { closing($0) != nil })
    }

    private func isShared(_ facts: PurchaseFacts) -> Bool {
        guard !facts.flags.contains(.returned), let sharing = head.consent.sharing else { return false }
        return Int64(facts.minute) * 60 >= sharing.since.seconds
    }

    private func question(_ facts: PurchaseFacts) -> Case {
        Case(
            classes: rulebook.purchaseClasses(of: facts), category: facts.category,
            age: rulebook.youngestAge(decidedLike: Int(max(0, currentMonth - facts.bucket(.month).index))),
            flags: facts.flags.intersection([.minor, .isPrivate, .returned, .thirdParty]))
    }

    private mutating func decision(_ question: Case, _ audience: Audience) -> Disclosure {
        let position = Int(audience.rawValue)
        if let known = decided[question]?[position] { return known }
        let disclosure = decided(question, audience)
        decided[question, default: Self.undecided][position] = disclosure
        return disclosure
    }

    private func decided(_ question: Case, _ audience: Audience) -> Disclosure {
        rulebook.disclosure(
            of: question.classes.distinct, category: question.category, forms: form(question, audience))
    }

    private func form(_ question: Case, _ audience: Audience) -> (ClassCode) -> Disclosure {
        { code in
            limit.disclosure(
                DecisionFacts(
                    kind: .purchase, audience: audience, classCode: code, ageInMonths: question.age,
                    // A person who is a minor now shares nothing, whatever was true at purchase.
                    minor: question.flags.contains(.minor) || head.isMinor,
                    isPrivate: question.flags.contains(.isPrivate), thirdParty: question.flags.contains(.thirdParty)))
        }
    }
}

extension Rulebook {
    /// What is disclosed of a good that is in all of the classes, in a form that neither too few goods fit nor tells.
    ///
    /// `isClosed` says what may not be shown yet, see ``Openings``.
    func disclosure(
        of classes: [ClassCode], category: UInt32, forms: (ClassCode) -> Disclosure,
        isClosed: (Openings.Subject) -> Bool = { _ in false }
    ) -> Disclosure {
        let allowed = classes.reduce(Disclosure.full) { $0.meet(forms($1)) }
        let fitted = fitting(allowed, category: category, isClosed: isClosed)
        if fitted.isNothing || isTelling(fitted, category: category, classes: classes, forms: forms) { return .nothing }
        let isOfTierB = classes.contains { policy.tier(of: $0) == .coarsen }
        if isOfTierB, openingSubjects(category: category, fitted.product, isOfTelling: true).contains(where: isClosed) {
            return .nothing
        }
        return fitted
    }
}
