import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing
import Storage

/// Seals everything anew under new keys of owners and of the service, while reads and writes go on.
///
/// Every record of every owner is touched, changed or not, in a random order of owners and at addresses that were never
/// used; and purchases come to lie among what is open or withheld as the policy in force says. So two copies of the disk
/// do not show whose purchases, or which, a policy has withheld.
///
/// It may be stopped at any point and begun again: what is done is known by the generation in the head.
public struct Resealing: Sendable {
    /// How far it has come.
    public struct Progress: Hashable, Sendable {
        public var owners = 0
        public var allOwners = 0
        public var records = 0
        /// Owners of whom something does not open, who are left as they are.
        public var unreadableOwners = 0
        /// Records that were left, theirs and those of nobody, once all others were done.
        public var recordsLeft = 0

        /// Whether what was done is all there is.
        public var isWhole: Bool { recordsLeft == 0 }

        public init() {}
    }

    /// About so many records are written at once: enough that pages are written once for several of them, and that owners
    /// are mixed; few enough that a write of somebody else does not wait for long.
    static let recordsAWrite = 8_192
    /// A write is never of fewer owners, while there are so many left.
    static let ownersAWrite = 16

    let point: EnforcementPoint
    var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Makes the keys of the next generation, unless there are records left from the last time.
    ///
    /// From then on everything is sealed under them, and records of either generation open.
    public func begin(observer: StepObserver = { _ in }) async throws {
        let desk = KeyDesk(vault: vault)
        let policy = point.rulebook.policy.revision
        try await vault.exclusively {
            var state = try await desk.state()
            guard !state.isResealing else { return }
            state.generation += 1
            state.isResealing = true
            state.isStopped = false
            state.policyUnderWay = policy
            state.resealingBegunAt = vault.clock.now
            let keys = vault.keys
            var batch = SealedBatch()
            for (person, wrap) in try await desk.wraps() {
                if let extended = try keys.extending(wrap, of: person, to: state.generation) {
                    batch.put(extended, at: keys.wrapAddress(of: person))
                }
            }
            let service = try keys.extendingService(
                try await desk.beside([keys.serviceAddress])[0], to: state.generation)
            if let service { batch.put(service, at: keys.serviceAddress) }
            desk.put(state, in: &batch)
            try observer(.extended)
            try await desk.commit(batch)
            try observer(.begun)
            try keys.adoptServiceKeys(from: service)
            vault.forgetKeys()
        }
    }

    /// Seals anew what is left, then forgets the keys of the generation before.
    ///
    /// `givingUp` says that what does not open is given up; otherwise its owners are left as they are, and so are the old
    /// keys.
    public func run(
        givingUp: Bool = false, observer: StepObserver = { _ in },
        progress report: @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Progress {
        let state = try await KeyDesk(vault: vault).state()
        var progress = Progress()
        guard state.isResealing else { return progress }
        let people = shuffled(try await Roster.people(vault).map(\.person))
        progress.allOwners = people.count
        var next = 0
        while next < people.count {
            try Task.checkCancellation()
            let done = try await vault.write { transaction in
                // Nothing that is shown changes: what a policy withholds was suppressed when it came into force.
                transaction.narrows = false
                let sealing = OwnerSealing(
                    point: point, transaction: transaction, generation: state.generation, givingUp: givingUp)
                var done = Progress()
                while next + done.owners < people.count,
                    done.records < Self.recordsAWrite || done.owners < Self.ownersAWrite
                {
                    switch try await sealing.seal(people[next + done.owners]) {
                    case .sealed(let records): done.records += records
                    case .unreadable: done.unreadableOwners += 1
                    case .nothing: break
                    }
                    done.owners += 1
                }
                return done
            }
            next += done.owners
            progress.owners += done.owners
            progress.records += done.records
            progress.unreadableOwners += done.unreadableOwners
            report(progress)
            try observer(.batch)
        }
        try observer(.owners)
        progress.records += try await sealService(givingUp: givingUp)
        report(progress)
        try observer(.service)
        progress.recordsLeft = try await finish(givingUp: givingUp, observer)
        return progress
    }

    /// Everything that belongs to no owner, but for the indexes of purchases, which go with their purchases.
    private func sealService(givingUp: Bool) async throws -> Int {
        try await vault.write { transaction in
            transaction.narrows = false
            var count = 0
            for digest in try await Roster.tokens.entries(vault) {
                let token = try await vault.counted(
                    [.token(digest)], with: { _ in vault.keys.serviceKey }, AccessToken.init)[0]
                guard let token else { continue }
                let name = try await transaction.current(.token(digest))
                transaction.put(token.encoded(), as: name, with: vault.keys.serviceKey)
                count += 1
            }
            count += try await Roster.tokens.reseal(in: transaction)
            count += try await Roster.people.reseal(in: transaction)
            if try await EpochSealing(vault: vault).sealLog(in: transaction, givingUp: givingUp) { count += 1 }
            return count
        }
    }

    /// Drops the keys of the generation before, once nothing needs them any more; answers how many records still do.
    ///
    /// What is given up is deleted: nothing will ever open it, and it would be in the way of the next time.
    private func finish(givingUp: Bool, _ observer: StepObserver) async throws -> Int {
        let desk = KeyDesk(vault: vault)
        return try await vault.exclusively {
            var state = try await desk.state()
            let header = KeyHierarchy.header(ofGeneration: state.generation)
            let left = try await vault.store.addresses(notBeginningWith: header)
            guard givingUp || left.isEmpty else {
                state.isStopped = true
                var batch = SealedBatch()
                desk.put(state, in: &batch)
                try await desk.commit(batch)
                return left.count
            }
            var remains = SealedBatch()
            for address in left { remains.delete(address) }
            if !remains.isEmpty { try await vault.store.erase(remains, compacting: false) }
            let keys = vault.keys
            var batch = SealedBatch()
            for (person, wrap) in try await desk.wraps() {
                if let contracted = try keys.contracting(wrap, of: person) {
                    batch.put(contracted, at: keys.wrapAddress(of: person))
                }
            }
            let service = try await desk.beside([keys.serviceAddress])[0]
            let contracted = try keys.contractingService(service)
            if let contracted { batch.put(contracted, at: keys.serviceAddress) }
            state.isResealing = false
            state.isStopped = false
            state.policy = state.policyUnderWay
            state.policyUnderWay = ""
            state.resealedAt = vault.clock.now
            desk.put(state, in: &batch)
            try await desk.commit(batch)
            try observer(.finished)
            try keys.adoptServiceKeys(from: contracted ?? service)
            vault.forgetKeys()
            return 0
        }
    }

    /// A random order, so that neither time nor place of a write says whose records it is about.
    private func shuffled(_ people: [PersonID]) -> [PersonID] {
        var people = people
        for index in people.indices.dropLast() {
            let bytes = vault.random.bytes(8)
            let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // Of 2^64 numbers the remainder is as good as even.
            people.swapAt(index, index + Int(number % UInt64(people.count - index)))
        }
        return people
    }
}
