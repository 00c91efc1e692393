import Domain

extension Roster {
    /// Everybody who was ever listed and not vacated, each with the entry.
    static func people(_ vault: Vault) async throws(VaultError) -> [(person: PersonID, entry: [UInt8])] {
        try await people.entries(vault).compactMap { entry in
            let number = entry.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return number == 0 ? nil : (PersonID(rawValue: number), entry)
        }
    }

    static func vacate(_ person: PersonID, in transaction: WriteTransaction) async throws(VaultError) {
        try await people.vacate([withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }], in: transaction)
    }
}
