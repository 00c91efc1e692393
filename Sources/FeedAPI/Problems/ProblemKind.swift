/// Everything that can be wrong with a request, as the API tells it.
///
/// Closed, so that no answer can hold a text that was made up on the way. Source: RFC 9457.
enum ProblemKind: String, CaseIterable, Sendable {
    case malformedRequest = "malformed-request"
    case invalidParameters = "invalid-parameters"
    case malformedBody = "malformed-body"
    case invalidFields = "invalid-fields"
    case invalidHeader = "invalid-header"
    case unauthenticated
    case scopeMissing = "scope-missing"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case requestTimeout = "request-timeout"
    case conflict
    case noShop = "no-shop"
    case slotLocked = "slot-locked"
    case goodDelisted = "good-delisted"
    case goodNotPickable = "good-not-pickable"
    case goodAlreadyPicked = "good-already-picked"
    case tooManyShareLinks = "too-many-share-links"
    case contentTooLarge = "content-too-large"
    case addressTooLong = "address-too-long"
    case unsupportedMediaType = "unsupported-media-type"
    case refusedChange = "refused-change"
    case policyInvalid = "policy-invalid"
    case policyRefused = "policy-refused"
    case classLowered = "class-lowered"
    case keyReused = "idempotency-key-reused"
    case tooManyRequests = "too-many-requests"
    case headersTooLarge = "headers-too-large"
    case unexpected
    case overloaded
    case deadlineExceeded = "deadline-exceeded"
    case notReady = "not-ready"
    case unavailable

    /// The stable reference by which clients tell problems apart.
    var type: String { "/problems/\(rawValue)" }

    /// The HTTP status that goes with it.
    var status: Int {
        switch self {
        case .malformedRequest, .invalidParameters, .malformedBody, .invalidFields, .invalidHeader: 400
        case .unauthenticated: 401
        case .scopeMissing: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .requestTimeout: 408
        case .conflict, .noShop, .slotLocked, .goodDelisted, .goodNotPickable, .goodAlreadyPicked, .tooManyShareLinks:
            409
        case .contentTooLarge: 413
        case .addressTooLong: 414
        case .unsupportedMediaType: 415
        case .refusedChange, .policyInvalid, .policyRefused, .classLowered, .keyReused: 422
        case .tooManyRequests: 429
        case .headersTooLarge: 431
        case .unexpected: 500
        case .overloaded, .deadlineExceeded, .notReady, .unavailable: 503
        }
    }

    /// The text for people; always the same for a kind.
    var title: String {
        switch self {
        case .malformedRequest: "The request is not well-formed HTTP"
        case .invalidParameters: "A parameter of the request is not valid"
        case .malformedBody: "The body is not acceptable JSON"
        case .invalidFields: "A field of the body is not valid"
        case .invalidHeader: "A header of the request is not valid"
        case .unauthenticated: "A valid token is needed"
        case .scopeMissing: "The token does not carry the scope that this needs"
        case .notFound: "Not found"
        case .methodNotAllowed: "The resource does not take this method"
        case .requestTimeout: "The request took too long to arrive"
        case .conflict: "The request does not fit the state of the resource"
        case .noShop: "There is no shop yet"
        case .slotLocked: "The pick in this slot cannot be changed yet"
        case .goodDelisted: "The good is no longer listed"
        case .goodNotPickable: "The good cannot be put into a window"
        case .goodAlreadyPicked: "The good is in the window already"
        case .tooManyShareLinks: "There are as many share links as there may be"
        case .contentTooLarge: "The body is too large"
        case .addressTooLong: "The address is too long"
        case .unsupportedMediaType: "The body must be application/json"
        case .refusedChange: "The change cannot be made as asked"
        case .policyInvalid: "The policy does not load"
        case .policyRefused: "The policy is not loaded"
        case .classLowered: "The class of a good is not lowered without an operator's leave"
        case .keyReused: "The idempotency key was used with another request"
        case .tooManyRequests: "Too many requests"
        case .headersTooLarge: "The headers are too large"
        case .unexpected: "Something went wrong here"
        case .overloaded: "The service is overloaded"
        case .deadlineExceeded: "The request took too long to answer"
        case .notReady: "The service is not ready"
        case .unavailable: "The service cannot answer now"
        }
    }

    /// Whether the rest of what the client sends is not worth reading.
    var closesConnection: Bool {
        switch self {
        case .malformedRequest, .requestTimeout, .contentTooLarge, .headersTooLarge, .addressTooLong, .deadlineExceeded:
            true
        default: false
        }
    }
}
