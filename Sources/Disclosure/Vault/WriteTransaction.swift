import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// One write: reads through what it has changed so far, and seals everything at its end.
///
/// A step that fails before it changes anything leaves the transaction as it was, so that one bad row of many is left out.
final class WriteTransaction {
    struct Prepared {
        var records = SealedBatch()
        var newKeys = SealedBatch()
        /// The counters beside the keys that this write raises, by the address of the record.
        var raised: [Address: WriteCounter] = [:]
        var people: Set<PersonID> = []
        var concernsAll = false
    }

    private struct SegmentKey: Hashable {
        var owner: PersonID
        var keyClass: KeyClass
        var number: Int
    }

    let vault: Vault
    /// The era that this write falls into.
    var era: UInt32 { vault.counters.era }
    /// Whether anybody might see less afterwards, so that answers under way have to be waited for.
    ///
    /// Yes, unless said otherwise.
    var narrows = true
    /// What is to be done when everything is on disk, before anything else is written.
    private(set) var onWritten: [() -> Void] = []
    /// What is to be done when it is not known what reached the disk.
    private(set) var onDoubt: [() -> Void] = []
    /// Whether what is narrowed goes into the journal.
    ///
    /// Yes, but for what follows from the journal itself, or can be found again without it.
    var isJournaled = true
    /// How much of the journal the records hold afterwards, where it was laid over them.
    var reached: UInt64?
    /// Whether what is deleted has to leave no residue in the files.
    var leavesNoResidue = false
    /// Whether what was freed earlier has to go from the files, too.
    var leavesNothingFreed = false
    private(set) var removedPeople: Set<PersonID> = []
    /// When the removed people were erased.
    var erasedAt: Instant?
    /// The erasure that this write carries out, and its number.
    var erasure: (number: UInt64, record: ErasureRecord)?
    private var narrowings: [PersonID: Narrowing] = [:]
    private(set) var revokedTokens: Set<[UInt8]> = []
    /// What goes from beside the keys with the removed people.
    private(set) var goneBeside: [RecordName] = []
    /// The addresses of the counters of records that go.
    private(set) var goneCounters: [Address] = []
    /// What is written beside the keys once the records are on disk, and before anybody is shown anything of them.
    var afterwards = SealedBatch()
    /// What older copies may hold of the removed people beside what goes.
    private(set) var elsewhere: [Address] = []
    /// What is written beside the keys with the removed people.
    private(set) var beside = SealedBatch()
    private var floors: [PersonID: Floor?] = [:]
    /// Heads as they were before this write.
    private var originals: [PersonID: Head] = [:]
    private var prefetched: [Address: SealedBox?] = [:]
    private var people: [Handle: PersonID] = [:]
    private var heads: [PersonID: Head] = [:]
    private var dirtyHeads: Set<PersonID> = []
    private var ownerKeys: [PersonID: OwnerKeys] = [:]
    private var segments: [SegmentKey: Segment] = [:]
    private var dirtySegments: Set<SegmentKey> = []
    /// What people bought through shops, as far as it was asked for.
    var sales: [PersonID: [Sale]] = [:]
    var dirtySales: Set<PersonID> = []
    private var pending = Prepared()
    /// Those of whom something else was written than the head and what it names.
    private var touched: Set<PersonID> = []
    /// Those whose shop was changed while others see nothing of it.
    private var unseenShops: Set<PersonID> = []

    init(vault: Vault) {
        self.vault = vault
    }

    /// The same as another so far; what fails in it leaves the other as it is.
    init(copying other: WriteTransaction) {
        vault = other.vault
        (narrows, onWritten, onDoubt) = (other.narrows, other.onWritten, other.onDoubt)
        (isJournaled, reached, leavesNoResidue) = (other.isJournaled, other.reached, other.leavesNoResidue)
        (leavesNothingFreed, removedPeople, erasedAt) = (other.leavesNothingFreed, other.removedPeople, other.erasedAt)
        (narrowings, revokedTokens, goneBeside) = (other.narrowings, other.revokedTokens, other.goneBeside)
        (goneCounters, elsewhere, beside) = (other.goneCounters, other.elsewhere, other.beside)
        (afterwards, erasure) = (other.afterwards, other.erasure)
        (floors, originals, prefetched) = (other.floors, other.originals, other.prefetched)
        (people, heads, dirtyHeads) = (other.people, other.heads, other.dirtyHeads)
        (ownerKeys, segments, dirtySegments) = (other.ownerKeys, other.segments, other.dirtySegments)
        (sales, dirtySales) = (other.sales, other.dirtySales)
        (pending, touched, unseenShops) = (other.pending, other.touched, other.unseenShops)
    }

    // MARK: Reading

    /// Fetches boxes that will be asked for in one go.
    func prefetch(_ names: [RecordName]) async throws(VaultError) {
        let addresses = names.map(vault.keys.address).filter { prefetched[$0] == nil }
        for (address, box) in zip(addresses, try await vault.boxes(at: addresses)) { prefetched[address] = .some(box) }
    }

    func box(_ name: RecordName) async throws(VaultError) -> SealedBox? {
        let address = vault.keys.address(of: name)
        if let written = pending.records.writes[address] { return written }
        if let known = prefetched[address] { return known }
        return try await vault.boxes(at: [address])[0]
    }

    func keys(of person: PersonID) async throws(VaultError) -> OwnerKeys {
        if let known = ownerKeys[person] { return known }
        guard let keys = try await vault.ownerKeys(of: person) else { throw .unreadable }
        ownerKeys[person] = keys
        return keys
    }

    func person(_ handle: Handle) async throws(VaultError) -> PersonID? {
        if let known = people[handle] { return known }
        let found = try await findPerson(handle)
        people[handle] = found
        return found
    }

    private func findPerson(_ handle: Handle) async throws(VaultError) -> PersonID? {
        let name = RecordName.directory(handle)
        let address = vault.keys.address(of: name)
        guard let written = pending.records.writes[address] else { return try await vault.person(handle) }
        return vault.open(written, as: name, with: vault.keys.serviceKey) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try PersonID(rawValue: cursor.number(in: bytes))
        }
    }

    func head(of person: PersonID) async throws(VaultError) -> Head? {
        if removedPeople.contains(person) { return nil }
        if let known = heads[person] { return known }
        guard let head = try await vault.head(of: person)?.value else { return nil }
        heads[person] = head
        originals[person] = head
        return head
    }

    func segment(_ owner: PersonID, _ keyClass: KeyClass, _ number: Int, counter: WriteCounter) async throws(VaultError)
        -> Segment
    {
        let key = SegmentKey(owner: owner, keyClass: keyClass, number: number)
        if let known = segments[key] { return known }
        let name = RecordName.segment(owner, keyClass, number, counter: counter)
        let keys = try await keys(of: owner)
        let box = try await box(name)
        let segment =
            keyClass == .open
            ? vault.open(box, as: name, with: keys.open, Segment.init)
            : vault.open(box, as: name, with: keys.withheld, Segment.init)
        guard let segment else { throw .unreadable }
        segments[key] = segment
        return segment
    }

    // MARK: Writing

    /// The name under which a record is sealed whose counter lies beside the keys: as it is now in this write.
    func current(_ name: RecordName) async throws(VaultError) -> RecordName {
        let address = vault.keys.address(of: name)
        if let raised = pending.raised[address] { return name.counted(raised) }
        return name.counted(try await vault.counters.expected([address])[0].counter)
    }

    /// The same for writing it: the counter is raised, once in a write.
    func raised(_ name: RecordName) async throws(VaultError) -> RecordName { try await raised([name])[0] }

    func raised(_ names: [RecordName]) async throws(VaultError) -> [RecordName] {
        let addresses = names.map(vault.keys.address)
        let expected = try await vault.counters.expected(addresses)
        let era = era
        return names.indices.map { index in
            let raised = pending.raised[addresses[index]] ?? expected[index].counter.raised(in: era)
            pending.raised[addresses[index]] = raised
            return names[index].counted(raised)
        }
    }

    func put(_ head: Head) {
        heads[head.id] = head
        dirtyHeads.insert(head.id)
    }

    /// Gives a new person keys.
    func addPerson(_ head: Head) throws(VaultError) {
        do {
            var head = head
            let (keys, wrap) = try vault.keys.makeOwnerKeys(for: head.id)
            head.sealedGeneration = keys.generation
            ownerKeys[head.id] = keys
            pending.newKeys.put(wrap, at: vault.keys.wrapAddress(of: head.id))
            put(head)
        } catch {
            throw .unreadable
        }
    }

    /// Takes a person's keys and head away.
    func removePerson(_ person: PersonID) {
        heads[person] = nil
        dirtyHeads.remove(person)
        dirtySales.remove(person)
        for key in dirtySegments where key.owner == person { dirtySegments.remove(key) }
        deleteCounted(.head(person))
        pending.people.insert(person)
        removedPeople.insert(person)
        people = people.filter { $0.value != person }
    }

    func put(_ segment: Segment, _ owner: PersonID, _ keyClass: KeyClass, _ number: Int) {
        let key = SegmentKey(owner: owner, keyClass: keyClass, number: number)
        segments[key] = segment
        dirtySegments.insert(key)
    }

    func put<Class: SealingClass>(_ plaintext: [UInt8], as name: RecordName, with key: RecordKey<Class>) {
        pending.records.put(vault.keys.seal(plaintext, as: name, with: key), at: vault.keys.address(of: name))
    }

    func delete(_ name: RecordName) {
        pending.records.delete(vault.keys.address(of: name))
    }

    /// Has something done once everything is on disk, or when it is not known what of it is.
    func whenWritten(_ action: @escaping () -> Void, inDoubt: @escaping () -> Void) {
        onWritten.append(action)
        onDoubt.append(inDoubt)
    }

    /// Deletes a record whose counter lies beside the keys, and that counter.
    func deleteCounted(_ name: RecordName) {
        delete(name)
        let address = vault.keys.address(of: name)
        pending.raised[address] = nil
        vault.counters.forget(address)
        goneCounters.append(vault.counters.address(for: address))
    }

    /// Takes a counted record away with the removed people, from older copies too, where it may be when it is not here.
    func deleteEverywhere(_ name: RecordName) async throws(VaultError) {
        if try await box(name) == nil {
            elsewhere.append(vault.keys.address(of: name))
        } else {
            deleteCounted(name)
        }
    }

    /// Takes records away with the removed people that only older copies can hold.
    func deleteElsewhere(_ names: [RecordName]) {
        elsewhere += names.map(vault.keys.address)
    }

    /// Returns what the journal says of a purchase that is not among the records, or `nil` if it says nothing.
    func floor(of nonce: UInt64, owner: PersonID) async throws(VaultError) -> ItemFloor? {
        if floors[owner] == nil {
            floors[owner] = .some(try await NarrowingJournal(vault: vault).floors(of: [owner])[0])
        }
        return floors[owner]??.items[nonce]?.narrowing
    }

    func prefetchFloors(of people: [PersonID]) async throws(VaultError) {
        let missing = people.filter { floors[$0] == nil }
        let found = try await NarrowingJournal(vault: vault).floors(of: missing)
        for (person, floor) in zip(missing, found) { floors[person] = .some(floor) }
    }

    /// What lies beside the keys afterwards, together with what goes.
    func putBeside(_ plaintext: [UInt8], as name: RecordName) {
        NarrowingJournal(vault: vault).put(plaintext, as: name, in: &beside)
    }

    /// Fewer people may see a purchase from now on, or nobody, as it is gone.
    func narrow(_ nonce: UInt64, of person: PersonID, to floor: ItemFloor) {
        narrowings[person, default: Narrowing()].items[nonce] = floor
    }

    /// Something of a shop is no longer shown: this is what there is of it.
    func narrow(shopOf person: PersonID, to shop: [UInt8]) {
        narrowings[person, default: Narrowing()].shop = shop
    }

    /// A shop was changed of which others saw nothing before, and see nothing afterwards.
    func changeUnseen(shopOf person: PersonID) {
        unseenShops.insert(person)
    }

    /// A shop left the board of the platform.
    func narrow(boardOf person: PersonID) {
        narrowings[person, default: Narrowing()].leavesBoard = true
    }

    /// Takes an entry of the journal away together with the removed people.
    func deleteBeside(_ name: RecordName) {
        goneBeside.append(name)
    }

    /// A token is good for nothing any more.
    func noteRevocation(_ token: [UInt8]) {
        revokedTokens.insert(token)
    }

    /// What the journal has to know; asked after everything was prepared.
    func allNarrowings() -> [PersonID: Narrowing] {
        guard isJournaled else { return [:] }
        var all = narrowings
        for person in dirtyHeads {
            guard let before = originals[person]?.standing, let after = heads[person]?.standing else { continue }
            let both = before.met(after)
            if both != before { all[person, default: Narrowing()].standing = both }
        }
        return all.filter { !removedPeople.contains($0.key) }
    }

    /// Deletes boxes of which nothing else is known; they leave no residue.
    func sweep(_ addresses: some Sequence<Address>) {
        for address in addresses { pending.records.delete(address) }
        leavesNoResidue = true
    }

    /// The heads that are written anew, as they were and as they are, of whom nothing else concerns others.
    var rewritten: [RewrittenHead] {
        dirtyHeads.subtracting(touched).subtracting(removedPeople).compactMap { person in
            guard let former = originals[person], let current = heads[person] else { return nil }
            return RewrittenHead(former: former, current: current, isShopUnseen: unseenShops.contains(person))
        }
    }

    /// What was made of this person is out of date.
    func touch(_ person: PersonID) {
        touched.insert(person)
        pending.people.insert(person)
    }

    /// What was made of anybody is out of date.
    func touchAll() {
        pending.concernsAll = true
    }

    /// How many boxes go.
    var deletedCount: Int { pending.records.writes.count { $0.value == nil } }

    /// Everything sealed, or nothing when there is nothing to write.
    func prepared() async throws(VaultError) -> Prepared? {
        for key in dirtySegments {
            guard var head = heads[key.owner], let keys = ownerKeys[key.owner], let segment = segments[key] else {
                continue
            }
            let counter =
                key.keyClass == .open
                ? head.open.raiseCounter(of: key.number, in: era)
                : head.withheld.raiseCounter(of: key.number, in: era)
            put(head)
            let name = RecordName.segment(key.owner, key.keyClass, key.number, counter: counter)
            if key.keyClass == .open {
                put(segment.encoded(), as: name, with: keys.open)
            } else {
                put(segment.encoded(), as: name, with: keys.withheld)
            }
        }
        for buyer in dirtySales {
            guard let keys = ownerKeys[buyer], let sales = sales[buyer] else { continue }
            put(sales.encoded(), as: try await raised(.sales(of: buyer)), with: keys.withheld)
        }
        // All counters in one reading.
        _ = try await vault.counters.expected(dirtyHeads.map { vault.keys.address(of: .head($0)) })
        for person in dirtyHeads {
            guard var head = heads[person], let keys = ownerKeys[person] else { continue }
            head.generation += 1
            heads[person] = head
            put(head.encoded(), as: try await raised(.head(person)), with: keys.open)
            pending.people.insert(person)
        }
        let isEmpty =
            pending.records.isEmpty && pending.newKeys.isEmpty && !pending.concernsAll
            && pending.people.isEmpty
        return isEmpty ? nil : pending
    }
}
