import Domain
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct AccessTokensTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada")
        return world
    }

    @Test func `a token is good for who it was issued for`() async throws {
        let world = try await world()
        let ada = try World.handle("ada")
        let (secret, token) = try await world.point.tokens.issue(
            client: "app", person: ada, scopes: [.feedRead, .ledgerRead], days: nil)
        let principal = try #require(try await world.point.tokens.principal(bearing: secret))
        #expect(principal.person == (try await world.id("ada")))
        #expect(principal.client == "app")
        #expect(principal.allows(.feedRead) && principal.allows(.ledgerRead) && !principal.allows(.visibilityWiden))
        #expect(principal.tokenID == token.id)
        #expect(try await world.reopened().point.tokens.principal(bearing: secret)?.tokenID == token.id)
    }

    @Test func `it expires at the second`() async throws {
        let world = try await world()
        let (secret, _) = try await world.point.tokens.issue(
            client: "app", person: World.handle("ada"), scopes: [.feedRead], days: 1)
        world.clock.advance(bySeconds: 86_399)
        #expect(try await world.point.tokens.principal(bearing: secret) != nil)
        world.clock.advance(bySeconds: 1)
        #expect(try await world.point.tokens.principal(bearing: secret) == nil)
    }

    @Test func `revoked, it is good for nothing from the next question on, and stays so`() async throws {
        let world = try await world()
        let (secret, token) = try await world.point.tokens.issue(
            client: "app", person: World.handle("ada"), scopes: [.feedRead], days: nil)
        let (other, _) = try await world.point.tokens.issue(
            client: "app", person: nil, scopes: [.platformPeople], days: nil)
        #expect(try await world.point.tokens.principal(bearing: secret) != nil)
        let made = world.point.reading(for: try await world.id("ada")).prepared(1)
        #expect(try await world.point.tokens.revoke(token.id))
        #expect(world.point.gate.admit(made) == nil)
        #expect(try await world.point.tokens.principal(bearing: secret) == nil)
        #expect(try await world.point.tokens.principal(bearing: other) != nil)
        #expect(try await world.reopened().point.tokens.principal(bearing: secret) == nil)
        #expect(try await world.point.tokens.all().map { $0.revokedAt != nil } == [true, false])
        #expect(try await world.point.tokens.revoke("nonsense") == false)
    }

    @Test func `of a secret nothing is kept`() async throws {
        let world = try await world()
        let (secret, token) = try await world.point.tokens.issue(
            client: "app", person: World.handle("ada"), scopes: [.feedRead], days: nil)
        let bytes = try #require(Base64URL.decode(secret.dropFirst(3)))
        #expect(bytes.count == 32)
        let needles = [bytes, Array(secret.utf8)]
        let haystacks =
            [token.encoded()] + world.records.all.values.map(\.bytes)
            + (try await Roster.tokens.entries(world.point.vault))
        for needle in needles {
            for haystack in haystacks { #expect(!haystack.contains(needle)) }
        }
    }

    @Test(arguments: ["", "vt_", "vt_AAAA", "xt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
    func `whoever bears no token is nobody`(secret: String) async throws {
        #expect(try await world().point.tokens.principal(bearing: secret) == nil)
    }

    @Test func `a token that makes no sense is not issued`() async throws {
        let world = try await world()
        let ada = try World.handle("ada")
        let tokens = world.point.tokens
        await #expect(throws: TokenError.noScope) {
            try await tokens.issue(client: "app", person: ada, scopes: [], days: nil)
        }
        await #expect(throws: TokenError.personMissing(.feedRead)) {
            try await tokens.issue(client: "app", person: nil, scopes: [.feedRead], days: nil)
        }
        await #expect(throws: TokenError.personNotAllowed(.operator)) {
            try await tokens.issue(client: "app", person: ada, scopes: [.feedRead, .operator], days: nil)
        }
        await #expect(throws: TokenError.unknownPerson) {
            try await tokens.issue(client: "app", person: World.handle("nemo"), scopes: [.feedRead], days: nil)
        }
        for client in ["", "two words", String(repeating: "a", count: 65)] {
            await #expect(throws: TokenError.invalidClient) {
                try await tokens.issue(client: client, person: ada, scopes: [.feedRead], days: nil)
            }
        }
        for days in [0, -1, 3_651] {
            await #expect(throws: TokenError.invalidLifetime) {
                try await tokens.issue(client: "app", person: ada, scopes: [.feedRead], days: days)
            }
        }
        #expect(try await tokens.all().isEmpty)
    }
}
