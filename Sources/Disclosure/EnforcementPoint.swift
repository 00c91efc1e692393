public import Domain
public import PolicyEngine
public import Sealing
public import Storage
import Synchronization

/// The enforcement point: the only place in which purchases are opened, and through which everything exposed goes.
///
/// Per row: decide, open, generalize, drop. The decision is made on facts; the details of a suppressed row are never opened.
public final class EnforcementPoint: Sendable {
    /// How much the copies may take that answers are made from.
    public let memory: MemoryBudget
    let vault: Vault
    let rulebooks: Rulebooks
    let epochBook: EpochBook
    let register: RevisionRegister
    let lists: ListKeeper
    let exposures: ExposureKeeper
    let circles: BoundedCache<PersonID, FriendCircle>
    let erasures = ErasureIndex()
    private let tokenCache: BoundedCache<TokenDigest, AccessToken>
    /// Who may fetch an export.
    public let exportTickets: ExportTickets
    private let shopSource: ShopSource
    private let behind = Mutex(false)
    private let forgetting = Mutex<[@Sendable (PersonID) -> Void]>([])

    /// Takes up the policy as one that is loaded now; the same rules hold as for ``load(_:_:)``.
    ///
    /// Without a permission it decides for this once only: that it did is not noted as a load.
    public convenience init(
        records: any SealedStore, keyStore: any KeyStore, catalogue: any CatalogueStore & PolicyStore,
        keys: KeyHierarchy,
        policy: Policy, permission: PolicyPermission? = PolicyPermission(), clock: any WallClock,
        random: any RandomSource, memory: MemoryBudget = .standard, origin: RecordsOrigin = .served
    ) async throws(PolicyLoadError) {
        try await self.init(
            records: records, keyStore: keyStore, catalogue: catalogue, keys: keys, policy: policy,
            permission: permission, grouping: ByDisplayedForm(), clock: clock, random: random, memory: memory,
            origin: origin)
    }

    /// With another idea of what vanishes together when something is raised.
    package init(
        records: any SealedStore, keyStore: any KeyStore, catalogue: any CatalogueStore & PolicyStore,
        keys: KeyHierarchy,
        policy: Policy, permission: PolicyPermission?, grouping: any RaiseGrouping, clock: any WallClock,
        random: any RandomSource, memory: MemoryBudget, origin: RecordsOrigin = .served
    ) async throws(PolicyLoadError) {
        self.memory = memory
        vault = Vault(
            store: records, keyStore: keyStore, keys: keys, clock: clock, random: random,
            memory: memory)
        exportTickets = ExportTickets(keys: keys, random: random, clock: clock)
        register = RevisionRegister(vault: vault, store: catalogue)
        let areCounted: Bool
        do throws(VaultError) {
            areCounted = try await KeyDesk(vault: vault).prepare(origin)
            try await register.complete()
        } catch {
            throw .records(error)
        }
        epochBook = EpochBook(mostWritten: memory.visits)
        tokenCache = BoundedCache(limit: memory.tokens)
        do throws(PolicyLoadError) {
            rulebooks = try await Rulebooks(
                policy: policy, permission, store: catalogue, grouping: grouping, now: clock.now)
        } catch {
            let count = ExpiryCount(vault: vault, tokens: AccessTokens(vault: vault, cache: tokenCache))
            throw await error.counted(count, policy)
        }
        shopSource = ShopSource()
        lists = ListKeeper(vault: vault, rulebooks: rulebooks, shops: shopSource, limit: memory.lists)
        exposures = ExposureKeeper(limit: memory.items)
        circles = BoundedCache(limit: memory.circles)
        vault.renewal.withLock { [lists] in $0 = { lists.renewal(of: $0) } }
        do {
            try await register.complete()
            guard origin != .withoutKeys else { return }
            let wasBehind = try await Reconciliation(point: self).run(trustingMark: areCounted || origin == .backup)
            behind.withLock { $0 = wasBehind }
            // One that cannot be finished now keeps nobody from being served.
            _ = try? await erasure.resume()
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
        shopSource.attach(shops)
    }

    var shops: any ActivitySource { shopSource.current }

    /// A cache of what was exposed, which lets go of everything when anybody is erased.
    ///
    /// INVARIANT: no other module can make a cache by itself, so none forgets to be told.
    package func cacheOfExposed<Key, Value>(limit: Int) -> BoundedCache<Key, Value> {
        let cache = BoundedCache<Key, Value>(limit: limit)
        whenErased { _ in cache.removeAll() }
        return cache
    }

    /// Has something done whenever a person is erased.
    func whenErased(_ forget: @escaping @Sendable (PersonID) -> Void) {
        forgetting.withLock { $0.append(forget) }
    }

    /// Lets go of every copy in memory of what was exposed of a person.
    func forget(_ person: PersonID) {
        exposures.forget(person)
        lists.forget(person)
        circles.remove(person)
        for forget in forgetting.withLock(\.self) { forget(person) }
    }

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

    public var deeds: Deeds { Deeds(point: self) }
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
        try await lists.lists(of: head, generation: generation, rulebook: rulebook, now: now)
    }
}
