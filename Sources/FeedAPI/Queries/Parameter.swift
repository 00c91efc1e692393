/// The names of query and path parameters that this API knows, and so may name in an answer.
enum Parameter: String, CaseIterable, Sendable {
    case limit, cursor, since, of, query, category, brand
    case allowLowering
    case handle, friend, id, product, order, line, slot, target, link, ticket
    case idempotencyKey = "Idempotency-Key"
}
