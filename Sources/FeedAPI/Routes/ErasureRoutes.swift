import Disclosure
import Domain
import HTTPTypes
import Hummingbird

/// Erasures, for whoever has the id of one: the tokens of the person are gone, so the id is the credential.
struct ErasureRoutes: Sendable {
    let erasure: Erasure

    var endpoints: [OpenEndpoint] {
        let erasure = erasure
        return [
            OpenEndpoint(method: .get, path: "/v1/erasures/{id}") { id in
                guard let status = try await erasure.status(id) else { throw Problem(.notFound) }
                return .erasure(ErasureBody(status))
            },
            OpenEndpoint(method: .delete, path: "/v1/erasures/{id}") { id in
                switch try await erasure.acknowledge(id) {
                case nil: throw Problem(.notFound)
                case .acknowledged: return .done()
                case .requested, .keysGone, .recordsGone, .clean: throw Problem(.conflict)
                }
            },
        ]
    }
}

/// An erasure as it is answered: certificate and salt are absent until it is clean.
struct ErasureBody: Encodable {
    let id: String
    let state: ErasureState
    let certificate: ErasureCertificate?
    let salt: String?

    init(_ status: Erasure.Status) {
        id = status.id
        state = status.state
        certificate = status.told?.certificate
        salt = status.told.map { Base64URL.encode($0.salt) }
    }
}

extension Erasure.Unfinished: ProblemConvertible {
    /// The id goes with the refusal, so that whoever asked can ask again without a token.
    var problem: Problem { Problem(.unavailable, headers: [.retryAfter: "1", .vitrineErasure: id]) }
}
