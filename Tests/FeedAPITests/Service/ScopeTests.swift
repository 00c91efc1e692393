import Disclosure
import Domain
import HTTPTypes
import Testing

@testable import FeedAPI

/// Which token may do what: every endpoint, asked by a token of every single scope.
@Suite struct ScopeTests {
    private struct Row {
        let method: HTTPRequest.Method
        let path: String
        let scope: Scope
    }

    /// Written down by hand: what is declared must agree with it.
    ///
    /// What takes its caller away comes last.
    private static let table = [
        Row(method: .get, path: "/v1/feed", scope: .feedRead),
        Row(method: .get, path: "/v1/items/{id}", scope: .feedRead),
        Row(method: .get, path: "/v1/people/{handle}/purchases", scope: .feedRead),
        Row(method: .get, path: "/v1/shops/{handle}", scope: .feedRead),
        Row(method: .get, path: "/v1/shops/{handle}/picks", scope: .feedRead),
        Row(method: .get, path: "/v1/shops/{handle}/activity", scope: .feedRead),
        Row(method: .get, path: "/v1/boards/friends", scope: .feedRead),
        Row(method: .get, path: "/v1/boards/top", scope: .feedRead),
        Row(method: .get, path: "/v1/catalogue", scope: .feedRead),
        Row(method: .post, path: "/v1/shared-shop", scope: .feedRead),
        Row(method: .get, path: "/v1/me/purchases", scope: .ledgerRead),
        Row(method: .get, path: "/v1/me/visibility", scope: .visibilityNarrow),
        Row(method: .patch, path: "/v1/me/visibility", scope: .visibilityNarrow),
        Row(method: .get, path: "/v1/me/visibility/history", scope: .visibilityNarrow),
        Row(method: .post, path: "/v1/me/visibility/preview", scope: .visibilityNarrow),
        Row(method: .put, path: "/v1/me/purchases/{id}/visibility", scope: .visibilityNarrow),
        Row(method: .get, path: "/v1/me/view-as/{target}", scope: .visibilityNarrow),
        Row(method: .get, path: "/v1/me/shop", scope: .shopWrite),
        Row(method: .put, path: "/v1/me/shop", scope: .shopWrite),
        Row(method: .put, path: "/v1/me/picks/{slot}", scope: .shopWrite),
        Row(method: .delete, path: "/v1/me/picks/{slot}", scope: .shopWrite),
        Row(method: .get, path: "/v1/me/shop/insights", scope: .shopWrite),
        Row(method: .get, path: "/v1/me/shop/influence", scope: .shopWrite),
        Row(method: .put, path: "/v1/me/shop/board", scope: .shopWrite),
        Row(method: .put, path: "/v1/me/shop/inviter", scope: .shopWrite),
        Row(method: .post, path: "/v1/me/share-links", scope: .shopWrite),
        Row(method: .get, path: "/v1/me/share-links", scope: .shopWrite),
        Row(method: .delete, path: "/v1/me/share-links/{link}", scope: .shopWrite),
        Row(method: .post, path: "/v1/me/export", scope: .account),
        Row(method: .get, path: "/v1/me/export/{ticket}", scope: .account),
        Row(method: .put, path: "/v1/people/{handle}", scope: .platformPeople),
        Row(method: .delete, path: "/v1/people/{handle}", scope: .platformPeople),
        Row(method: .put, path: "/v1/people/{handle}/friends/{friend}", scope: .platformRelations),
        Row(method: .delete, path: "/v1/people/{handle}/friends/{friend}", scope: .platformRelations),
        Row(method: .put, path: "/v1/catalogue/{product}", scope: .platformCatalogue),
        Row(method: .delete, path: "/v1/catalogue/{product}", scope: .platformCatalogue),
        Row(method: .put, path: "/v1/purchases/{order}/lines/{line}", scope: .platformPurchases),
        Row(method: .delete, path: "/v1/purchases/{order}/lines/{line}", scope: .platformPurchases),
        Row(method: .post, path: "/v1/policy:reload", scope: .operator),
        Row(method: .delete, path: "/v1/me", scope: .account),
    ]

    /// Whether what a scope allows is asked for by people, and not by hosts and operators; by hand, too.
    private static let ofPeople: Set<Scope> = [
        .feedRead, .ledgerRead, .shopWrite, .visibilityNarrow, .visibilityWiden, .account,
    ]

    @Test func `every endpoint is in the table, with its scope`() async throws {
        try await ServiceWorld.run { world in
            let endpoints = FeedService(point: world.point).endpoints
            let declared = endpoints.map { "\($0.method) \($0.path) \($0.scope.rawValue)" }
            let expected = Self.table.map { "\($0.method) \($0.path) \($0.scope.rawValue)" }
            #expect(declared.sorted() == expected.sorted())
            #expect(Set(Scope.allCases.filter(\.needsPerson)) == Self.ofPeople)
        }
    }

    @Test func `a token of one scope is refused everything of the others, whatever it asks`() async throws {
        try await ServiceWorld.run { world in
            var tokens: [Scope: String] = [:]
            for scope in Scope.allCases {
                let person = Self.ofPeople.contains(scope) ? Handle("dan") : nil
                tokens[scope] = try await world.point.tokens.issue(
                    client: "one", person: person, scopes: [scope], days: nil
                ).secret
            }
            for row in Self.table {
                let path = row.path.replacing("{target}", with: "friends").replacing("{slot}", with: "1")
                    .replacing(/\{[a-z]+\}/, with: "zoe")
                // The scope's own token comes last: it may do what it asks.
                let scopes = Scope.allCases.filter { $0 != row.scope } + [row.scope]
                for scope in scopes {
                    for method in row.method == .get ? ["GET", "HEAD"] : [row.method.rawValue] {
                        let answer = try await world.server.api.request(
                            method, path + (path.contains("view-as") ? "?of=shop" : ""), token: tokens[scope],
                            body: row.method == .get || row.method == .delete ? nil : "{}")
                        let name = "\(method) \(row.path) by \(scope.rawValue)"
                        if scope == row.scope {
                            #expect(answer.status != 401 && answer.status != 403 && answer.status < 500, "\(name)")
                        } else {
                            #expect(answer.status == 403, "\(name)")
                            if method != "HEAD" { #expect(answer.problem == "scope-missing", "\(name)") }
                        }
                    }
                }
            }
        }
    }
}
