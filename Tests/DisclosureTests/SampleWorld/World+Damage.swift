import Sealing

extension World {
    /// Flips a bit of the details of one of somebody's purchases, counted from zero.
    package func damageDetails(_ ordinal: UInt64, of name: String) async throws {
        try await damage(.details, ordinal, of: name)
    }

    /// Flips a bit of the first facts of somebody's purchases.
    package func damageFacts(of name: String) async throws {
        try await damage(.segment, 0, of: name)
    }

    /// Flips a bit of what is held about somebody beside purchases.
    package func damageHead(of name: String) async throws {
        try await damage(.head, 0, of: name)
    }

    private func damage(_ kind: RecordKind, _ number: UInt64, of name: String) async throws {
        let record = RecordName(kind: kind, owner: try await id(name), keyClass: .open, discriminator: .number(number))
        records.damage(keys.address(of: record))
    }
}
