import Domain
import PolicyEngine

/// The purchases of an owner that are suppressed because something that looked the same was raised.
///
/// The rule: when a change of policy, taxonomy or catalogue takes a released purchase out of the form in which an audience
/// saw it, every released purchase of that owner that this audience saw in the same form (label, and precision of every
/// field) is suppressed for it too, until the hold of the raise ends, at a monthly tick. Four things take a purchase out
/// of its form: it is suppressed; some field of it is coarser; being of a sensitive class before or after, it stands
/// under another label; or its label went up, which tells that the shelf it stood under became sensitive.
///
/// Each audience by itself: what one does not see must not make anything vanish for it. A closer audience may so see less
/// than a farther one while a hold lasts.
///
/// What was shown is worked out from what the owner had agreed to, so it must be what it was when the raise came: before
/// an owner changes anything it is noted with the purchases, see ``HoldSettlement``.
struct HeldItems {
    /// By ordinal.
    private(set) var holds: [UInt32: PurchaseFacts.Hold] = [:]
    /// When the first hold ends.
    private(set) var nextEnd = Instant(seconds: Int64.max)

    private let head: Head
    private let facts: [(ordinal: UInt32, facts: PurchaseFacts)]
    private let rulebook: Rulebook

    init(head: Head, facts: [(ordinal: UInt32, facts: PurchaseFacts)], rulebook: Rulebook, now: Instant) {
        self.head = head
        self.facts = facts
        self.rulebook = rulebook
        for (ordinal, facts) in facts where facts.hold.until > now {
            holds[ordinal] = facts.hold
            nextEnd = min(nextEnd, facts.hold.until)
        }
        for raise in rulebook.raises where raise.until > now && raise.number > head.settledRaise {
            nextEnd = min(nextEnd, raise.until)
            if let former = raise.former { hold(raise, former) } else { holdAll(raise) }
        }
    }

    func contains(_ ordinal: UInt32, _ audience: Audience) -> Bool {
        (holds[ordinal]?.audiences ?? 0) & Self.bit(audience) != 0
    }

    /// Holds that end at different times become one that ends at the last.
    private mutating func hold(_ ordinal: UInt32, for audiences: UInt8, until end: Instant) {
        var hold = holds[ordinal] ?? PurchaseFacts.Hold()
        hold.audiences |= audiences
        hold.untilDay = max(hold.untilDay, UInt16(clamping: end.day.number))
        holds[ordinal] = hold
    }

    static func bit(_ audience: Audience) -> UInt8 { 1 << audience.rawValue }

    /// Both sides are asked about the moment of the raise, so that ageing is no raise.
    private mutating func hold(_ raise: Raise, _ former: Rulebook) {
        var before = VisibleListsBuilder(head: head, rulebook: former, now: raise.at)
        var after = VisibleListsBuilder(head: head, rulebook: rulebook, now: raise.at)
        for audience in Audience.others {
            var shown: [(ordinal: UInt32, group: RaisedGroup)] = []
            var raised: Set<RaisedGroup> = []
            for (ordinal, facts) in facts {
                let disclosure = before.decision(facts, audience)
                guard let size = disclosure.time.bucketSize, facts.release(size) <= raise.at.minutes,
                    let form = DisplayedForm(disclosure, of: facts, former)
                else { continue }
                let group = rulebook.grouping.group(of: form, item: facts.nonce)
                shown.append((ordinal, group))
                if leaves(form, disclosure, for: after.decision(facts, audience), facts, former) {
                    raised.insert(group)
                }
            }
            for (ordinal, group) in shown where raised.contains(group) {
                hold(ordinal, for: Self.bit(audience), until: raise.until)
            }
        }
    }

    /// Whether a purchase is no longer shown as it was, and not merely in finer fields.
    private func leaves(
        _ form: DisplayedForm, _ shown: Disclosure, for disclosure: Disclosure, _ facts: PurchaseFacts,
        _ former: Rulebook
    ) -> Bool {
        guard shown.isAtMost(disclosure) else { return true }
        guard shown.product > .exact, let label = rulebook.census.label(of: facts.category, at: shown.product),
            label != form.label
        else { return false }
        return former.isSensitive(facts) || rulebook.isSensitive(facts)
            || rulebook.taxonomy.lineage(of: form.label).contains { $0.number == label }
    }

    /// Where it is not known what was shown before, nothing of it is shown.
    private mutating func holdAll(_ raise: Raise) {
        for (ordinal, facts) in facts {
            let isReleased = TimeBucket.Size.allCases.contains { facts.release($0) <= raise.at.minutes }
            if isReleased { hold(ordinal, for: .max, until: raise.until) }
        }
    }
}

extension Rulebook {
    /// Whether a purchase belongs to a class that is not ordinary.
    fileprivate func isSensitive(_ facts: PurchaseFacts) -> Bool {
        classes(of: facts).contains { policy.tier(of: $0) != .ordinary }
    }
}
