import HTTPTypes

extension HTTPField.Name {
    static let rateLimit = known("RateLimit")
    static let rateLimitPolicy = known("RateLimit-Policy")
    static let idempotencyKey = known("Idempotency-Key")
    static let idempotencyReplayed = known("Idempotency-Replayed")
    static let vitrineConsistency = known("Vitrine-Consistency")
    /// The id of an erasure, by which it is asked after.
    static let vitrineErasure = known("Vitrine-Erasure")
    static let link = known("Link")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("not a field name") }
        return field
    }
}
