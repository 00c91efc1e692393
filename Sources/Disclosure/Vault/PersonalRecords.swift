public import Domain
@_spi(EnforcementPoint) import Sealing

/// Keeps what other modules hold about a person, sealed like everything else.
///
/// Purchases are not kept this way.
public struct PersonalRecords: Sendable {
    let vault: Vault

    init(vault: Vault) {
        self.vault = vault
    }

    /// The shop record of a person, or nothing.
    public func shop(of person: PersonID) async throws(VaultError) -> [UInt8]? {
        guard let head = try await vault.head(of: person)?.value, head.shopCounter > .zero,
            let keys = try await vault.ownerKeys(of: person)
        else { return nil }
        let name = RecordName.shop(person, counter: head.shopCounter)
        return vault.open(try await vault.boxes([name])[0], as: name, with: keys.open) {
            (bytes) throws(RecordFormatError) in
            (0..<bytes.count).map { bytes[$0] }
        }
    }

    /// Changes the shop record of a person; nothing happens when the closure throws.
    ///
    /// Where this carries out a deed, its answer is kept in the same write.
    public func changeShop(
        of person: PersonID, as deed: (deed: Deed, answer: [UInt8])? = nil,
        _ change: @escaping @Sendable (_ old: [UInt8]?) throws -> ShopChange
    ) async throws {
        let records = self
        try await vault.write(of: person) { transaction in
            guard var head = try await transaction.head(of: person) else { throw PeopleError.unknownPerson }
            let old = try await records.shop(of: person)
            // A shop that does not open must not be replaced by an empty one.
            if old == nil, head.shopCounter > .zero { throw VaultError.unreadable }
            let new = try change(old)
            if new.narrows { transaction.narrow(shopOf: person, to: new.shop) }
            if !new.isSeen { transaction.changeUnseen(shopOf: person) }
            head.shopCounter = head.shopCounter.raised(in: transaction.era)
            let keys = try await transaction.keys(of: person)
            transaction.put(new.shop, as: .shop(person, counter: head.shopCounter), with: keys.open)
            transaction.put(head)
            if let deed { try await transaction.keep(deed.answer, to: deed.deed) }
        }
    }

    /// A keyed digest that names one of a person's activities.
    public func activityNonce(of person: PersonID, _ parts: [UInt8]) -> UInt64 {
        let owner = withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }
        return vault.keys.digest(.tie, [Array("activity".utf8), owner, parts]).prefix(7).reduce(0) {
            $0 << 8 | UInt64($1)
        }
            << 8
    }

    /// The time of day.
    public var now: Instant { vault.clock.now }
}
