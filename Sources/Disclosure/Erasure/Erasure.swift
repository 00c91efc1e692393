public import Domain
@_spi(EnforcementPoint) public import Sealing
public import Storage

/// Erases people: keys first, then everything that they opened, then every mention by others.
///
/// An erasure is a durable record, see ``ErasureState``. Whatever interrupts it, it goes on at the next start, with the next
/// request for it, or by ``resume()``; and it is asked after by its id, which is known only to whoever was told it.
public struct Erasure: Sendable {
    let point: EnforcementPoint
    var vault: Vault { point.vault }
    var register: ErasureRegister { ErasureRegister(vault) }
    var index: ErasureIndex { point.erasures }

    /// How long a certificate is kept that nobody acknowledges.
    public static let certificateDays = 90
    private static let idPrefix = "er_"

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Against which copies made earlier an erasure holds once they are gone.
    struct OlderCopies: Sendable, Equatable {
        /// The generation of the person's keys.
        var keyGeneration: UInt32
        /// The counter of the last export of keys before the erasure; zero when there was none.
        var lastKeyExport: UInt64
    }

    /// What was erased, in numbers.
    struct Extent: Sendable, Equatable {
        let at: Instant
        /// Boxes of the person, purchases, settings, history, shop and tokens together.
        let records: Int
        /// People who named the person, in a list, in their history, in their visits or by what they bought, and shops that had
        /// earned something by them.
        let mentions: Int
        let older: OlderCopies
    }

    /// What is told of an erasure to whoever has its id.
    public struct Status: Sendable {
        /// Sensitivity: a secret; whoever has it can fetch certificate and salt.
        public let id: String
        public let state: ErasureState
        /// `nil` until the erasure is clean.
        public let told: Told?
    }

    /// A certificate with the salt by which it can be tied to the handle.
    public struct Told: Sendable {
        public let certificate: ErasureCertificate
        public let salt: [UInt8]
    }

    /// An erasure that could not be finished now; it goes on by itself, unless not even its beginning reached the disk: then
    /// there is no status of it.
    public struct Unfinished: Error {
        public let id: String
        public let cause: any Error
    }

    // MARK: Erasing

    /// Erases everything held about whoever has the handle; when this returns, no trace of it is in any file.
    ///
    /// Asked again for a handle whose erasure is not finished, it goes on with that one.
    ///
    /// - Returns: the status of the finished erasure, or `nil` if nobody has the handle and no erasure of it is unfinished.
    /// - Throws: ``Unfinished`` if the erasure is on disk and goes on later; any other error if nothing was begun.
    public func erase(_ handle: Handle) async throws -> Status? {
        let entry = vault.keys.address(of: .directory(handle))
        return try await erase { transaction throws(VaultError) in
            let all = try await index.all(register)
            if let known = all.first(where: { $0.value.entry == entry && $0.value.state < .clean })?.key {
                return .known(known)
            }
            return try await transaction.person(handle).map { .new(ErasureRecord.Named(id: $0, handle: handle)) }
        }
    }

    /// Erases a person, as ``erase(_:)-(Handle)`` does.
    public func erase(_ person: PersonID) async throws -> Status? {
        try await erase { transaction throws(VaultError) in
            if let known = try await index.all(register).first(where: { $0.value.person == person })?.key {
                return .known(known)
            }
            return try await transaction.head(of: person).map {
                .new(ErasureRecord.Named(id: person, handle: $0.handle))
            }
        }
    }

    private enum Found {
        case known(UInt64)
        case new(ErasureRecord.Named)
    }

    private func erase(
        _ find: (WriteTransaction) async throws(VaultError) -> Found?
    ) async throws -> Status? {
        let begun = try await vault.exclusively { () async throws -> UInt64? in
            switch try await find(WriteTransaction(vault: vault)) {
            case nil: return nil
            case .known(let number): return number
            case .new(let person): return try await begin(person)
            }
        }
        guard let number = begun else { return nil }
        return try await finished(number)
    }

    /// INVARIANT: the certificate's id and salt are on disk before anything is deleted.
    private func begin(_ person: ErasureRecord.Named) async throws -> UInt64 {
        // Without the key that signs it no certificate could be made.
        _ = try await KeyDesk(vault: vault).signingKey()
        let salt = vault.random.bytes(ErasureCertificate.saltByteCount)
        let record = ErasureRecord(
            id: vault.random.bytes(ErasureRecord.idByteCount), salt: salt,
            subject: ErasureCertificate.subject(person.handle, salt: salt), changedAt: vault.clock.now, person: person,
            entry: vault.keys.address(of: .directory(person.handle)))
        var batch = SealedBatch()
        let number = try await register.add(record, in: &batch)
        do {
            try await append(batch)
        } catch {
            // It may be on disk, and go on at the next start.
            throw Unfinished(id: Self.text(record.id), cause: error)
        }
        index.note(record, at: number)
        return number
    }

    private func finished(_ number: UInt64) async throws -> Status {
        // Read first, so that whoever fails can be told by which id to ask again.
        let id = try await register.record(number).map(\.id)
        do {
            try await finish(number)
            guard let record = try await register.record(number) else {
                return Status(id: Self.text(id ?? []), state: .acknowledged, told: nil)
            }
            return try await status(record)
        } catch {
            guard let id else { throw error }
            throw Unfinished(id: Self.text(id), cause: error)
        }
    }

    private func finish(_ number: UInt64) async throws {
        try await ErasureRemoval(erasure: self).run(number)
        try await ErasureCleaning(erasure: self).run(number)
    }

    /// Goes on with every erasure that is not finished, and returns how many are still not.
    @discardableResult
    public func resume() async throws -> Int {
        for number in try await unfinished() {
            // One that fails keeps no other from being finished.
            try? await finish(number)
        }
        return try await unfinished().count
    }

    /// How many erasures are not finished.
    public func unfinishedCount() async throws -> Int { try await unfinished().count }

    /// The same for keys of which nothing else was opened yet.
    public static func unfinishedCount(of keys: KeyHierarchy, in keyStore: any KeyStore) async throws -> Int {
        try await ErasureRegister.unfinishedCount(keys, keyStore)
    }

    private func unfinished() async throws(VaultError) -> [UInt64] {
        try await index.all(register).filter { $0.value.state < .clean }.keys.sorted()
    }

    // MARK: Asking after an erasure

    /// What is true of the erasure now, or `nil` if there is none of that id, or it is acknowledged.
    ///
    /// Goes on with an erasure that is not finished.
    public func status(_ id: String) async throws -> Status? {
        guard let number = try await number(id) else { return nil }
        try? await finish(number)
        guard let record = try await register.record(number) else { return nil }
        return try await status(record)
    }

    /// Deletes certificate and salt, as whoever asked has them.
    ///
    /// - Returns: the state that the erasure is in: ``ErasureState/acknowledged``, an earlier one if it is not clean yet, or
    ///   `nil` if there is none of that id.
    public func acknowledge(_ id: String) async throws -> ErasureState? {
        guard let number = try await number(id), let state = try await register.record(number)?.state else {
            return nil
        }
        guard state == .clean else { return state }
        try await remove([number])
        return .acknowledged
    }

    /// Deletes the certificates that nobody acknowledged for ``certificateDays``, and returns how many.
    func removeExpiredCertificates() async throws -> Int {
        let limit = vault.clock.now.advanced(bySeconds: -Int64(Self.certificateDays) * 86_400)
        let expired = try await index.all(register).filter { $0.value.state == .clean && $0.value.changedAt < limit }
        if !expired.isEmpty { try await remove(Set(expired.keys)) }
        return expired.count
    }

    private func remove(_ numbers: Set<UInt64>) async throws(VaultError) {
        defer { for number in numbers { index.note(nil, at: number) } }
        try await vault.exclusively { () async throws(VaultError) in
            var batch = SealedBatch()
            try await register.remove(numbers, in: &batch)
            do throws(StorageError) {
                try await vault.keyStore.commit(batch)
            } catch {
                index.invalidate()
                throw .storage(error)
            }
        }
    }

    private func number(_ id: String) async throws(VaultError) -> UInt64? {
        guard id.hasPrefix(Self.idPrefix), let bytes = Base64URL.decode(id.dropFirst(Self.idPrefix.count)),
            bytes.count == ErasureRecord.idByteCount
        else { return nil }
        return try await index.all(register).first { $0.value.id == bytes }?.key
    }

    private func status(_ record: ErasureRecord) async throws -> Status {
        let id = Self.text(record.id)
        guard record.state == .clean, let extent = record.extent else {
            return Status(id: id, state: record.state, told: nil)
        }
        let certificate = ErasureCertificate(
            installation: vault.keys.installationDigest, subject: record.subject, extent: extent, older: extent.older,
            signer: try await KeyDesk(vault: vault).signingKey())
        return Status(id: id, state: .clean, told: Told(certificate: certificate, salt: record.salt))
    }

    private static func text(_ id: [UInt8]) -> String { idPrefix + Base64URL.encode(id) }

    /// Writes beside the keys, durably.
    func append(_ batch: SealedBatch) async throws(VaultError) {
        do {
            try await vault.keyStore.append(batch)
        } catch {
            index.invalidate()
            throw .storage(error)
        }
    }
}
