import Disclosure
import HTTPTypes
import Hummingbird

/// What the operator does.
struct PolicyRoutes: Sendable {
    let reload: PolicyReload

    var endpoints: [Endpoint] {
        let reload = reload
        return [
            Endpoint(.post, "/v1/policy:reload", .operator) { request in
                _ = try request.query()
                let permission =
                    Self.isBare(request.request) ? PolicyPermission() : try await request.body(Self.permission)
                let change = try await reload.perform(permission)
                return .plain(.policy(PolicyBody(former: change.former, policy: change.current)))
            }
        ]
    }

    /// Whether nothing was sent along: then nothing is permitted beyond the usual.
    private static func isBare(_ request: Request) -> Bool {
        request.headers[.contentType] == nil && request.headers[.transferEncoding] == nil
            && request.headers[.contentLength].map { $0 == "0" } ?? true
    }

    private static let permission = FieldReading<PolicyPermission>.object { reader in
        PolicyPermission(
            allowsWidening: reader.optional("allowWidening", .boolean) ?? false,
            allowsDestruction: reader.optional("allowDestruction", .boolean) ?? false,
            revision: reader.optional("revision", .text(length: 1...64)))
    }
}

/// The revision of the policy that was in force, and the one that is.
struct PolicyBody: Encodable {
    let former: String?
    let policy: String
}
