import Domain

@testable import Disclosure
@testable import FeedAPI

/// Knows a few tokens by heart.
struct TestAuthenticator: Authenticator {
    static let ada = "tok_ada"
    static let reader = "tok_ben_reads_only"
    static let platform = "tok_platform"

    func principal(bearing token: BearerToken) async throws -> Principal? {
        switch token.secret {
        case Self.ada:
            Principal(
                person: PersonID(rawValue: 1), client: "phone",
                scopes: [.feedRead, .visibilityNarrow, .visibilityWiden, .ledgerRead], tokenID: "1")
        case Self.reader:
            Principal(person: PersonID(rawValue: 2), client: "phone", scopes: [.feedRead], tokenID: "2")
        case Self.platform:
            Principal(
                person: nil, client: "shop", scopes: [.platformPeople, .platformCatalogue, .feedRead], tokenID: "3")
        default: nil
        }
    }
}
