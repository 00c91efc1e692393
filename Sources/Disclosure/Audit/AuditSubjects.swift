public import Domain
@_spi(EnforcementPoint) public import Sealing

/// Everything personal that must not stand in clear in any file, and what each box is, for an operator's own audit.
///
/// Sensitivity: for operators only, and of everybody: never logged, never sent anywhere, handed out piece by piece and
/// kept by nobody here.
public struct AuditSubjects: Sendable {
    /// A thing to look for, and whose it is.
    public enum Secret: Sendable {
        case handle(String)
        case name(String)
        case person(UInt64)
        case order(String)
        case purchase(at: Instant, total: Int64)
        case token([UInt8])
        case tokenID(String)
    }

    /// A box and what it holds.
    public struct Box: Sendable {
        public let address: Address
        public let kind: RecordKind
        public let owner: PersonID?
        public let isWithheld: Bool
        /// Class and category of a purchase at the time of it.
        public let classCode: ClassCode?
        public let category: UInt32?
    }

    /// Takes what is enumerated.
    public struct Receiver {
        let secret: (PersonID?, Secret) -> Void
        let box: (Box) -> Void

        public init(secret: @escaping (PersonID?, Secret) -> Void, box: @escaping (Box) -> Void) {
            self.secret = secret
            self.box = box
        }
    }

    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Enumerates everything that the keys lead to.
    ///
    /// Errors: those of storage, and ``VaultError/unreadable`` for a list that does not open.
    public func enumerate(_ receiver: Receiver) async throws(VaultError) {
        for person in try await point.people.all() {
            guard let head = try await vault.head(of: person)?.value else { continue }
            tell(of: head, receiver)
            try await tell(of: head, OwnerRecords(open: vault), .open, head.open, receiver)
            try await tell(of: head, OwnerRecords(withheld: vault), .withheld, head.withheld, receiver)
        }
        for digest in try await Roster.tokens.entries(vault) {
            receiver.secret(nil, .token(digest))
            name(.token(digest), owner: nil, receiver)
        }
        for token in try await point.tokens.all() { receiver.secret(token.person, .tokenID(token.id)) }
        for roster in [Roster.people, Roster.tokens] {
            for part in 0...(try await roster.partCount(vault)) {
                name(.roster(roster.kind, part), owner: nil, receiver)
            }
        }
        name(.recordsMark, owner: nil, receiver)
        name(.epochLog, owner: nil, receiver)
    }

    /// Where the keys and boxes lay of everybody who was erased, as far as the tombstones still say.
    public func erased() async throws(VaultError) -> Set<Address> {
        let tombstones = Tombstones(vault: vault)
        var erased: Set<Address> = []
        for number in try await (0..<tombstones.count()).map({ $0 + 1 }) {
            guard let tombstone = try await tombstones.tombstone(number) else { continue }
            erased.formUnion(tombstone.addresses + [tombstone.subject])
        }
        return erased
    }

    private func tell(of head: Head, _ receiver: Receiver) {
        receiver.secret(head.id, .handle(head.handle.text))
        receiver.secret(head.id, .name(head.name))
        receiver.secret(head.id, .person(head.id.rawValue))
        // Whom somebody listed need not be anybody here.
        for handle in head.blocks.handles + head.mutes.handles { receiver.secret(nil, .handle(handle.text)) }
        name(.head(head.id), owner: head.id, receiver)
        name(.directory(head.handle), owner: head.id, receiver)
        if head.shopCounter > .zero { name(.shop(head.id, counter: head.shopCounter), owner: head.id, receiver) }
        for counted in [
            RecordName.visits(of: head.id), .sales(of: head.id), .standing(of: head.id), .deeds(of: head.id),
        ] {
            name(counted, owner: head.id, receiver)
        }
        for history in VisibilitySettings.historyNames(of: head) { name(history, owner: head.id, receiver) }
    }

    private func tell<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>, _ keyClass: KeyClass, _ ledger: Head.Ledger,
        _ receiver: Receiver
    ) async throws(VaultError) {
        for number in ledger.segments {
            name(.segment(head.id, keyClass, number), owner: head.id, receiver, facts: nil)
        }
        let all = try await records.readFacts(of: head).facts
        for fact in all {
            name(.details(head.id, keyClass, fact.ordinal), owner: head.id, receiver, facts: fact.facts)
        }
        let remains = all.filter(\.facts.isGone)
        for case let key? in try await records.keys(remains.map { .init(owner: head.id, $0) }) {
            receiver.secret(head.id, .order(key.order))
            let box = try await vault.boxes([.purchase(key)])[0]
            let location = vault.open(
                box, as: .purchase(key), with: vault.keys.serviceKey, PurchaseLocation.init)
            // Where somebody else is the buyer by now, the entry is told with theirs.
            if location?.owner == head.id { name(.purchase(key), owner: head.id, receiver) }
        }
        let facts = all.filter { !$0.facts.isGone }
        _ = try await records.details(facts.map { .init(owner: head.id, $0) }) { _, purchase in
            receiver.secret(head.id, .order(purchase.key.order))
            receiver.secret(head.id, .purchase(at: purchase.instant, total: purchase.total.minorUnits))
            name(.purchase(purchase.key), owner: head.id, receiver)
        }
    }

    private func name(
        _ name: RecordName, owner: PersonID?, _ receiver: Receiver, facts: PurchaseFacts? = nil
    ) {
        receiver.box(
            Box(
                address: vault.keys.address(of: name), kind: name.kind, owner: owner,
                isWithheld: name.keyClass == .withheld, classCode: facts?.classCode,
                category: facts?.category))
    }
}

extension EnforcementPoint {
    /// What an operator's audit looks for.
    public var auditSubjects: AuditSubjects { AuditSubjects(point: self) }
}
