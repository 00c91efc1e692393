import HTTPTypes

extension HTTPField.Name {
    static let rateLimit = known("RateLimit")
    static let rateLimitPolicy = known("RateLimit-Policy")
    static let idempotencyKey = known("Idempotency-Key")
    static let vitrineConsistency = known("Vitrine-Consistency")
    static let link = known("Link")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("not a field name") }
        return field
    }
}
