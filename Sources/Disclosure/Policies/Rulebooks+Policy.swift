import Domain
import PolicyEngine
import Storage

extension Rulebooks {
    /// Puts another policy in force, or refuses it and leaves everything as it was.
    ///
    /// What must outlive a restart is on disk before anything changes in memory: the revision, then the raise, then the
    /// load, so that a crash in between leaves at most a hold without a cause.
    func load(_ policy: Policy, _ permission: PolicyPermission, now: Instant) async throws(PolicyLoadError)
        -> PolicyChange
    {
        do {
            return try await load(policy, permission, now: now, history: PolicyHistory(store))
        } catch let error as PolicyLoadError {
            throw error
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .storage(.closed)
        }
    }

    func load(
        _ policy: Policy, _ permission: PolicyPermission, now: Instant, history: PolicyHistory
    ) async throws -> PolicyChange {
        let book = current
        let former = history.last
        if let asked = permission.revision, asked != policy.revision {
            throw PolicyLoadError.notTheOneNamed(asked: asked, found: policy.revision)
        }
        if former == policy.revision {
            // Names and reasons decide nothing, and may have changed all the same.
            replace(by: book.under(policy, ordinal: book.ordinal, revisions: book.revisions))
            return PolicyChange(former: former, current: policy.revision)
        }
        if let former {
            if history.knows(policy), permission.revision == nil {
                throw PolicyLoadError.older(revision: policy.revision, inForce: former)
            }
            let widenings = widenings(of: policy, history, book)
            if !widenings.isEmpty, !permission.allowsWidening { throw PolicyLoadError.wider(widenings) }
            let before = history.loads.last.flatMap { history.remembered($0.ordinal) } ?? book.policy
            let changes = policy.retentionChanges(from: before).filter(\.destroys)
            if !changes.isEmpty, !permission.allowsDestruction {
                throw PolicyLoadError.destroys(changes, taking: nil)
            }
        }
        let ordinal = try await ordinal(of: policy, now: now)
        var raises = lasting(book, now)
        if former != nil, narrows(policy, history, book) {
            raises = try await self.raises(
                after: book, .policy(Int(book.ordinal)),
                until: max(book.policy.release.endOfHold(from: now), policy.release.endOfHold(from: now)), now: now)
        }
        let next = next(book, policy, ordinal: ordinal)
        let openings = try await openings(of: book, former == nil ? [:] : next.opened(since: book), now: now)
        try await store.appendLoad(StoredLoad(ordinal: ordinal, at: now))
        replace(by: next.holding(raises, openings))
        return PolicyChange(former: former, current: policy.revision)
    }

    /// Lets another policy than the one loaded last decide, for one task of an operator.
    ///
    /// Consents given meanwhile are bounded by it, so it is kept as a revision.
    func borrow(_ policy: Policy, now: Instant) async throws {
        replace(by: next(current, policy, ordinal: try await ordinal(of: policy, now: now)))
    }

    private func ordinal(of policy: Policy, now: Instant) async throws -> Int {
        try await store.appendRevision(
            StoredRevision(
                name: policy.revision, table: policy.table.encoded(), memory: try policy.memory, loadedAt: now))
    }

    private func next(_ book: Rulebook, _ policy: Policy, ordinal: Int) -> Rulebook {
        let tables = ordinal < book.revisions.count ? book.revisions : book.revisions + [policy.table]
        return book.under(policy, ordinal: UInt32(ordinal), revisions: tables)
    }

    private func widenings(of policy: Policy, _ history: PolicyHistory, _ book: Rulebook) -> [PolicyWidening] {
        guard book.policy.revision == history.last else {
            return [PolicyWidening("what the revision before it shows is not on record")]
        }
        return policy.widenings(over: book.policy, taxonomy: book.taxonomy)
    }

    /// Whether the policy may show less of anything than the one in force.
    private func narrows(_ policy: Policy, _ history: PolicyHistory, _ book: Rulebook) -> Bool {
        book.policy.revision != history.last || !book.policy.widenings(over: policy, taxonomy: book.taxonomy).isEmpty
    }
}
