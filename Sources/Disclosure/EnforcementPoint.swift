public import Domain
public import PolicyEngine
public import Sealing
public import Storage
import Synchronization

/// The enforcement point: the only place in which purchases are opened, and through which everything exposed goes.
///
/// Per row: decide, open, generalize, drop. The decision is made on facts; the details of a suppressed row are never opened.
public final class EnforcementPoint: Sendable {
    /// How much is kept in memory.
    public struct Limits: Sendable {
        /// People whose head, keys and visible lists are kept.
        public var cachedPeople: Int
        public var cachedTokens: Int

        public init(cachedPeople: Int = 20_000, cachedTokens: Int = 50_000) {
            self.cachedPeople = cachedPeople
            self.cachedTokens = cachedTokens
        }
    }

    let vault: Vault
    let rulebooks: Rulebooks
    let epochBook = EpochBook()
    let register: RevisionRegister
    private let lists: BoundedCache<PersonID, VisibleLists>
    private let tokenCache: BoundedCache<TokenDigest, AccessToken>
    /// Who may fetch an export.
    public let exportTickets: ExportTickets
    private let shopSource: Mutex<any ActivitySource>
    private let behind = Mutex(false)

    /// Takes up the policy as one that is loaded now; the same rules hold as for ``load(_:_:)``.
    ///
    /// Without a permission it decides for this once only: that it did is not noted as a load.
    public convenience init(
        records: any SealedStore, keyStore: any KeyStore, catalogue: any CatalogueStore & PolicyStore,
        keys: KeyHierarchy,
        policy: Policy, permission: PolicyPermission? = PolicyPermission(), clock: any WallClock,
        random: any RandomSource, limits: Limits = Limits(), origin: RecordsOrigin = .served
    ) async throws(PolicyLoadError) {
        try await self.init(
            records: records, keyStore: keyStore, catalogue: catalogue, keys: keys, policy: policy,
            permission: permission, grouping: ByDisplayedForm(), clock: clock, random: random, limits: limits,
            origin: origin)
    }

    /// With another idea of what vanishes together when something is raised.
    package init(
        records: any SealedStore, keyStore: any KeyStore, catalogue: any CatalogueStore & PolicyStore,
        keys: KeyHierarchy,
        policy: Policy, permission: PolicyPermission?, grouping: any RaiseGrouping, clock: any WallClock,
        random: any RandomSource, limits: Limits, origin: RecordsOrigin = .served
    ) async throws(PolicyLoadError) {
        vault = Vault(
            store: records, keyStore: keyStore, keys: keys, clock: clock, random: random,
            cachedPeople: limits.cachedPeople)
        exportTickets = ExportTickets(keys: keys, random: random, clock: clock)
        register = RevisionRegister(vault: vault, store: catalogue)
        let areCounted: Bool
        do throws(VaultError) {
            areCounted = try await KeyDesk(vault: vault).prepare(origin)
            try await register.complete()
        } catch {
            throw .records(error)
        }
        rulebooks = try await Rulebooks(
            policy: policy, permission, store: catalogue, grouping: grouping, now: clock.now)
        lists = BoundedCache(limit: limits.cachedPeople)
        tokenCache = BoundedCache(limit: limits.cachedTokens)
        shopSource = Mutex(NoShops())
        do {
            try await register.complete()
            guard origin != .withoutKeys else { return }
            let wasBehind = try await Reconciliation(point: self).run(trustingMark: areCounted || origin == .backup)
            behind.withLock { $0 = wasBehind }
        } catch let error as VaultError {
            throw .records(error)
        } catch {
            throw .records(.unreadable)
        }
    }

    /// Whether the records were older than the narrowing journal at the start, and had to be brought up to it.
    public var wasBehind: Bool { behind.withLock(\.self) }

    /// Whether there is no taxonomy, so that every purchase is of unknown category, and withheld.
    public var lacksTaxonomy: Bool { rulebook.taxonomy.categories.isEmpty }

    /// Tells where shops are kept; called once, when the whole is put together.
    public func attach(_ shops: any ActivitySource) {
        shopSource.withLock { $0 = shops }
    }

    var shops: any ActivitySource { shopSource.withLock { $0 } }

    /// What answers and narrowings pass through.
    public var gate: Gate { vault.gate }

    /// Leaves nothing in doubt for whoever opens the stores next; called when everything is done.
    public func settle() async throws(VaultError) {
        try await vault.exclusively { () async throws(VaultError) in try await vault.counters.close() }
    }

    /// The rulebook in force.
    public var rulebook: Rulebook { rulebooks.current }

    /// How many sealed records did not open since the start.
    public var failedOpenCount: Int { vault.failures.count }

    /// Where boxes that do not open are counted and told of.
    public var openFailures: OpenFailures { vault.failures }

    public var erasure: Erasure { Erasure(point: self) }
    public var retention: Retention { Retention(point: self) }
    public var people: People { People(point: self) }
    public var tokens: AccessTokens { AccessTokens(vault: vault, cache: tokenCache) }
    public var catalogue: CatalogueDesk { CatalogueDesk(point: self) }
    public var intake: Intake { Intake(point: self) }
    public var ledger: OwnLedger { OwnLedger(point: self) }
    public var ownExport: OwnExport { OwnExport(point: self) }
    public var visibility: VisibilitySettings { VisibilitySettings(point: self) }
    public var personalRecords: PersonalRecords { PersonalRecords(vault: vault) }
    public var keyDesk: KeyDesk { KeyDesk(vault: vault) }
    public var resealing: Resealing { Resealing(point: self) }
    public var cursors: Cursors { Cursors(keys: vault.keys) }

    /// What a person sends back to ask for a state at least as fresh as now: opaque, of constant length.
    public func consistencyToken(for person: PersonID) -> String {
        let generation = vault.gate.generation(of: person)
        return cursors.sealed(
            withUnsafeBytes(of: generation.littleEndian) { Array($0) }, purpose: "consistency",
            boundTo: withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) })
    }

    /// Where the database of records says what it has come to.
    public var recordsMarkAddress: Address { vault.keys.address(of: .recordsMark) }

    /// How far the narrowing journal had come, by what lies at ``recordsMarkAddress`` in a copy of the records.
    public func journalMark(_ box: SealedBox?) throws(VaultError) -> UInt64 {
        do {
            return try RecordsMark(box, vault.keys).journal
        } catch {
            throw .unreadable
        }
    }

    /// Begins to read for a viewer.
    public func reading(for viewer: PersonID) -> Reading {
        Reading(point: self, viewer: viewer)
    }

    /// The visible lists of an owner, from memory or made anew.
    func visibleLists(
        of head: Head, generation: UInt64, rulebook: Rulebook, now: Instant
    ) async throws(VaultError) -> VisibleLists {
        if let known = lists[head.id], known.generation == generation, known.rulebookVersion == rulebook.version,
            now < known.validUntil
        {
            return known
        }
        let facts =
            head.consent.sharing == nil ? [] : try await OwnerRecords(open: vault).facts(of: head)
        let made = VisibleListsBuilder.lists(
            head: head, generation: generation, facts: facts, activities: try await shops.activities(of: head.id),
            rulebook: rulebook, now: now)
        lists.insert(made, for: head.id)
        return made
    }
}

/// A world without shops.
private struct NoShops: ActivitySource {
    func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity] { [] }
    func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool { false }
}
