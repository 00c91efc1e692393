public import Domain

/// A token as it is kept: everything but its secret.
public struct AccessToken: Hashable, Sendable {
    /// A short public name, by which it is listed and revoked.
    public let id: String
    /// Who uses it; orders that it sends are namespaced by this.
    public let client: String
    public let person: PersonID?
    public let scopes: Set<Scope>
    public let issuedAt: Instant
    /// Nothing, when it does not expire.
    public let expiresAt: Instant?
    public internal(set) var revokedAt: Instant?

    /// Whether it is good at an instant.
    public func isValid(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}

/// A keyed digest of a token's secret: all that is kept of it.
struct TokenDigest: Hashable, Sendable {
    let bytes: [UInt8]
}

extension AccessToken {
    private static let version: UInt8 = 1

    func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.put(Self.version)
        writer.put(id)
        writer.put(client)
        writer.put(person?.rawValue ?? 0)
        writer.put(scopes.map(\.rawValue).sorted()) { $0.put($1) }
        writer.put(issuedAt.seconds)
        writer.put(expiresAt != nil)
        writer.put(expiresAt?.seconds ?? 0)
        writer.put(revokedAt != nil)
        writer.put(revokedAt?.seconds ?? 0)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        id = try cursor.text(in: bytes)
        client = try cursor.text(in: bytes)
        let person = try cursor.number(UInt64.self, in: bytes)
        self.person = person == 0 ? nil : PersonID(rawValue: person)
        // A scope that this version does not know allows nothing.
        scopes = try Set(
            cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.text(in: bytes) }
                .compactMap(Scope.init))
        issuedAt = try Instant(seconds: cursor.number(in: bytes))
        let expires = try cursor.flag(in: bytes)
        let expiry = try Instant(seconds: cursor.number(in: bytes))
        expiresAt = expires ? expiry : nil
        let revoked = try cursor.flag(in: bytes)
        let revocation = try Instant(seconds: cursor.number(in: bytes))
        revokedAt = revoked ? revocation : nil
    }
}
