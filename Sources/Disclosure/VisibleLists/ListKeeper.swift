import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Keeps the visible lists of owners, and makes them anew: when they are asked for and out of date, once however many ask at
/// once; and while their owner writes, so that nobody who reads waits for it.
final class ListKeeper: Sendable {
    private struct Making: Hashable {
        let owner: PersonID
        let generation: UInt64
        let rulebookVersion: UInt64
    }

    private let vault: Vault
    private let rulebooks: Rulebooks
    private let shops: ShopSource
    private let kept: BoundedCache<PersonID, VisibleLists>
    private let making = SharedMaking<Making, Result<VisibleLists, VaultError>>()

    init(vault: Vault, rulebooks: Rulebooks, shops: ShopSource, limit: Int) {
        self.vault = vault
        self.rulebooks = rulebooks
        self.shops = shops
        kept = BoundedCache(limit: limit)
    }

    /// The lists of an owner, from memory or made anew.
    func lists(
        of head: Head, generation: UInt64, rulebook: Rulebook, now: Instant
    ) async throws(VaultError) -> VisibleLists {
        if let known = kept[head.id], known.isGood(generation, rulebook, now) { return known }
        let wanted = Making(owner: head.id, generation: generation, rulebookVersion: rulebook.version)
        let lists = try await making.value(for: wanted) {
            let made = await self.made(head, generation: generation, rulebook: rulebook, now: now)
            if case .success(let lists) = made { self.keep(lists, of: head.id) }
            return made
        }.get()
        // Whoever began it may have asked just before something was released.
        return lists.isGood(generation, rulebook, now)
            ? lists : try await made(head, generation: generation, rulebook: rulebook, now: now).get()
    }

    /// What is kept of several owners, whether or not it is good still.
    func kept(of owners: [PersonID]) -> [VisibleLists?] { kept.values(for: owners) }

    func forget(_ owner: PersonID) { kept.remove(owner) }

    /// Notes the lists of those who are about to be written; what is returned brings them up to what was written, so that no
    /// reader waits for that, or shows by waiting that there was a write, and says of whom nobody sees anything else than before.
    ///
    /// The generation of each is raised by one afterwards. Of whom no lists are kept it is known only where purchases and
    /// shop stay as they are.
    func renewal(of written: [RewrittenHead]) -> @Sendable () async -> Set<PersonID> {
        let (rulebook, now) = (rulebooks.current, vault.clock.now)
        let noted = written.filter(\.facesLikeBefore).map { written in
            let generation = vault.gate.generation(of: written.current.id)
            let known = kept[written.current.id].flatMap { $0.isGood(generation, rulebook, now) ? $0 : nil }
            return (written: written, generation: generation + 1, known: known)
        }
        return {
            var unchanged: Set<PersonID> = []
            for (written, generation, known) in noted {
                let owner = written.current.id
                if written.current.keepsPurchases(of: written.former) {
                    unchanged.insert(owner)
                    if let known { self.keep(known.standing(at: generation), of: owner) }
                } else if let known,
                    let renewed = try? await self.made(
                        written.current, generation: generation, rulebook: rulebook, now: now,
                        activities: known.activities
                    ).get()
                {
                    if renewed.showsTheSame(as: known) { unchanged.insert(owner) }
                    self.keep(renewed, of: owner)
                }
            }
            return unchanged
        }
    }

    private func keep(_ lists: VisibleLists, of owner: PersonID) {
        kept.insert(lists, for: owner, weight: lists.size)
    }

    private func made(
        _ head: Head, generation: UInt64, rulebook: Rulebook, now: Instant, activities: [OwnerActivity]? = nil
    ) async -> Result<VisibleLists, VaultError> {
        do throws(VaultError) {
            let facts = head.consent.sharing == nil ? [] : try await OwnerRecords(open: vault).facts(of: head)
            let known: [OwnerActivity]
            if let activities { known = activities } else { known = try await shops.current.activities(of: head.id) }
            return .success(
                VisibleListsBuilder.lists(
                    head: head, generation: generation, facts: facts, activities: known, rulebook: rulebook, now: now))
        } catch {
            return .failure(error)
        }
    }
}

extension VisibleLists {
    /// Whether they were made from what there is, and nothing was released since.
    func isGood(_ generation: UInt64, _ rulebook: Rulebook, _ now: Instant) -> Bool {
        self.generation == generation && rulebookVersion == rulebook.version && now < validUntil
    }
}
