public import Domain
@_spi(EnforcementPoint) import Sealing

/// Opaque random tokens: issued once, kept as keyed digests, revoked at once.
public struct AccessTokens: Sendable {
    /// The longest lifetime of a token, in days.
    public static let maximumDays = 3_650

    private static let prefix = "vt_"
    private static let secretLength = 32

    let vault: Vault
    let cache: BoundedCache<TokenDigest, AccessToken>

    /// Who bears a token now, or nothing: unknown, expired, revoked and malformed ones look alike.
    public func principal(bearing secret: String) async throws(VaultError) -> Principal? {
        guard let digest = digest(secret) else { return nil }
        let stand = vault.gate.sequence().global
        guard let token = try await token(digest), token.isValid(at: vault.clock.now) else { return nil }
        return Principal(
            person: token.person, client: token.client, scopes: token.scopes, tokenID: token.id, stand: stand)
    }

    /// Issues a token and returns its secret, which is told this once and not kept.
    public func issue(
        client: String, person handle: Handle?, scopes: Set<Scope>, days: Int?
    ) async throws -> (secret: String, token: AccessToken) {
        guard !scopes.isEmpty else { throw TokenError.noScope }
        guard (1...64).contains(client.utf8.count), client.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw TokenError.invalidClient
        }
        if let days, !(1...Self.maximumDays).contains(days) { throw TokenError.invalidLifetime }
        for scope in scopes.sorted(by: { $0.rawValue < $1.rawValue }) {
            if scope.needsPerson, handle == nil { throw TokenError.personMissing(scope) }
            if !scope.needsPerson, handle != nil { throw TokenError.personNotAllowed(scope) }
        }
        let now = vault.clock.now
        let secret = Self.prefix + Base64URL.encode(vault.random.bytes(Self.secretLength))
        let id = vault.random.name()
        guard let digest = digest(secret) else { throw VaultError.unreadable }
        let vault = vault
        let token = try await vault.write { transaction in
            var person: PersonID?
            if let handle {
                person = try await transaction.person(handle)
                guard person != nil else { throw TokenError.unknownPerson }
            }
            let token = AccessToken(
                id: id, client: client, person: person, scopes: scopes, issuedAt: now,
                expiresAt: days.map { now.advanced(bySeconds: Int64($0) * 86_400) }, revokedAt: nil)
            transaction.put(token.encoded(), as: .token(digest.bytes), with: vault.keys.serviceKey)
            try await Roster.tokens.append(digest.bytes, in: transaction)
            return token
        }
        return (secret, token)
    }

    /// Every token ever issued, oldest first.
    public func all() async throws(VaultError) -> [AccessToken] {
        var tokens: [AccessToken] = []
        for digest in try await Roster.tokens.entries(vault) {
            if let token = try await load(TokenDigest(bytes: digest)) { tokens.append(token) }
        }
        return tokens
    }

    /// Revokes a token by its public name.
    ///
    /// Says whether there is such a token.
    ///
    /// When this returns, no answer made for its bearer is written any more.
    public func revoke(_ id: String) async throws -> Bool {
        let vault = vault
        let cache = cache
        return try await vault.write { transaction in
            for digest in try await Roster.tokens.entries(vault) {
                guard var token = try await load(TokenDigest(bytes: digest)), token.id == id else { continue }
                if token.revokedAt == nil {
                    token.revokedAt = vault.clock.now
                    let name = try await transaction.raised(.token(digest))
                    transaction.put(token.encoded(), as: name, with: vault.keys.serviceKey)
                    cache.insert(token, for: TokenDigest(bytes: digest))
                    transaction.noteRevocation(digest)
                    transaction.touchAll()
                }
                return true
            }
            return false
        }
    }

    /// Deletes every token of a person, as part of a larger write.
    func removeAll(of person: PersonID, _ transaction: WriteTransaction) async throws {
        var gone: [[UInt8]] = []
        for digest in try await Roster.tokens.entries(vault) {
            guard var token = try await load(TokenDigest(bytes: digest)), token.person == person else { continue }
            transaction.deleteCounted(.token(digest))
            transaction.deleteBeside(.revocation(digest))
            gone.append(digest)
            // A copy that whoever reads it now might put back would be good for ever.
            token.revokedAt = vault.clock.now
            cache.insert(token, for: TokenDigest(bytes: digest))
            transaction.touchAll()
        }
        try await Roster.tokens.vacate(gone, in: transaction)
    }

    private func digest(_ secret: String) -> TokenDigest? {
        guard secret.hasPrefix(Self.prefix), let bytes = Base64URL.decode(secret.dropFirst(Self.prefix.count)),
            bytes.count == Self.secretLength
        else { return nil }
        return TokenDigest(bytes: vault.keys.digest(.token, [bytes]))
    }

    private func token(_ digest: TokenDigest) async throws(VaultError) -> AccessToken? {
        if let cached = cache[digest] { return cached }
        let stand = vault.gate.sequence()
        guard let token = try await load(digest) else { return nil }
        // A revocation in between has put its own copy there, which must not be overwritten.
        if vault.gate.sequence() == stand { cache.insert(token, for: digest, onlyIfAbsent: true) }
        return token
    }

    func load(_ digest: TokenDigest) async throws(VaultError) -> AccessToken? {
        try await vault.counted([.token(digest.bytes)], with: { _ in vault.keys.serviceKey }, AccessToken.init)[0]
    }
}
