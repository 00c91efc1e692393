import Domain
import PolicyEngine

/// Compares two states of an owner's settings.
struct VisibilityComparison {
    let point: EnforcementPoint

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Whether the change could show anybody more of anything, now or after anything is switched on or opted in later.
    ///
    /// Asked of the settings, part by part, and not of what they show today: a level chosen for classes that are not opted
    /// in acts as soon as one is.
    func widens(from old: Head, to new: Head) -> Bool {
        if !new.blocks.covers(old.blocks) { return true }
        for (friend, now) in new.friends {
            guard let before = old.friends[friend] else { return true }
            if now.isClose && !before.isClose || now.visibleFrom < before.visibleFrom { return true }
        }
        if !new.consent.isAtMost(old.consent) || widensPrivateMode(from: old.consent, to: new.consent) { return true }
        let before = limit(imaginingAll: old.consent)
        let after = limit(imaginingAll: new.consent)
        let losesCloseness = new.friends.contains { old.friends[$0.key]?.isClose == true && !$0.value.isClose }
        // A coarse item that stood out was suppressed; showing ordinary goods as coarsely brings it to light.
        return Self.questions(point.rulebook.policy).contains { question in
            guard isHiddenAmongOrdinary(question, after) else { return false }
            if !isHiddenAmongOrdinary(question, before) { return true }
            return losesCloseness && question.audience == .friends
                && !isHiddenAmongOrdinary(question.to(.closeFriends), before)
        }
    }

    /// What a consent allows once sharing is on and every class is opted in.
    private func limit(imaginingAll consent: Consent) -> ConsentLimit {
        let rulebook = point.rulebook
        let stamp = ConsentStamp(revision: rulebook.ordinal, at: point.vault.clock.now)
        var consent = consent
        consent.sharing = consent.sharing ?? Consent.Sharing(since: stamp.at, stamp: stamp)
        for known in rulebook.policy.classes { consent.classes[known.code] = consent.classes[known.code] ?? stamp }
        return ConsentLimit(policy: rulebook.policy, consent: consent, revisions: rulebook.revisions)
    }

    /// Whether goods of a tier B class are shown, in the form in which ordinary goods are shown too.
    private func isHiddenAmongOrdinary(_ question: DecisionFacts, _ limit: ConsentLimit) -> Bool {
        let policy = point.rulebook.policy
        guard policy.tier(of: question.classCode) == .coarsen else { return false }
        let form = limit.disclosure(question)
        return !form.isNothing && form == limit.disclosure(question.of(policy.ordinaryClassCode))
    }

    private func widensPrivateMode(from old: Consent, to new: Consent) -> Bool {
        old.privateSpans.contains { span in
            !new.privateSpans.contains { $0.from <= span.from && $0.until >= span.until }
        }
    }

    /// Every question about purchases whose answer settings can change.
    private static func questions(_ policy: Policy) -> [DecisionFacts] {
        policy.classes.flatMap { known in
            Audience.others.flatMap { audience in
                policy.table.space.ageSteps.flatMap { age in
                    (0..<8).map { flags in
                        DecisionFacts(
                            kind: .purchase, audience: audience, classCode: known.code, ageInMonths: age,
                            minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
                    }
                }
            }
        }
    }

    /// Who would see more, and who less, of what there is.
    func preview(from old: Head, to new: Head, _ reading: Reading) async throws(VaultError) -> VisibilityPreview {
        let rulebook = reading.rulebook
        let now = reading.now
        let facts = try await OwnerRecords(open: point.vault).facts(of: old)
        let activities = try await point.shops.activities(of: old.id)
        let before = VisibleListsBuilder.lists(
            head: old, generation: 0, facts: facts, activities: activities, rulebook: rulebook, now: now)
        let after = VisibleListsBuilder.lists(
            head: new, generation: 0, facts: facts, activities: activities, rulebook: rulebook, now: now)
        var widened: [String] = []
        var narrowed: [String] = []
        let friends = Set(old.friends.keys).union(new.friends.keys).sorted()
        for friend in try await reading.heads(of: friends).compactMap(\.self) {
            if friend.hasBlocked(old) { continue }
            let was = seen(by: friend, old, before)
            let willBe = seen(by: friend, new, after)
            if !Self.isCovered(willBe, by: was) { widened.append(friend.handle.text) }
            if !Self.isCovered(was, by: willBe) { narrowed.append(friend.handle.text) }
        }
        let farther = [Audience.friendsOfFriends, .everyone]
        return VisibilityPreview(
            widens: VisibilityPreview.Reach(
                friends: widened.sorted(),
                audiences: farther.filter { !Self.isCovered(items(after[$0]), by: items(before[$0])) }.map(\.name)),
            narrows: VisibilityPreview.Reach(
                friends: narrowed.sorted(),
                audiences: farther.filter { !Self.isCovered(items(before[$0]), by: items(after[$0])) }.map(\.name)))
    }

    private struct Item: Hashable {
        var kind: ActivityKind
        var tie: UInt64
    }

    private func seen(by friend: Head, _ head: Head, _ lists: VisibleLists) -> [Item: Disclosure] {
        guard !head.hasBlocked(friend), let friendship = head.friends[friend.id] else { return [:] }
        return items(
            lists[friendship.isClose ? .closeFriends : .friends].filter {
                Int64($0.releaseMinute) * 60 >= friendship.visibleFrom.seconds
            })
    }

    private func items(_ references: [VisibleReference]) -> [Item: Disclosure] {
        Dictionary(references.map { (Item(kind: $0.kind, tie: $0.tie), $0.disclosure) }) { first, _ in first }
    }

    private static func isCovered(_ items: [Item: Disclosure], by others: [Item: Disclosure]) -> Bool {
        items.allSatisfy { item, disclosure in others[item].map { disclosure.isAtMost($0) } ?? false }
    }
}

extension DecisionFacts {
    /// The same question about another audience.
    fileprivate func to(_ audience: Audience) -> DecisionFacts {
        DecisionFacts(
            kind: kind, audience: audience, classCode: classCode, ageInMonths: ageInMonths, minor: minor,
            isPrivate: isPrivate, thirdParty: thirdParty)
    }

    /// The same question about another class.
    fileprivate func of(_ code: ClassCode) -> DecisionFacts {
        DecisionFacts(
            kind: kind, audience: audience, classCode: code, ageInMonths: ageInMonths, minor: minor,
            isPrivate: isPrivate, thirdParty: thirdParty)
    }
}
