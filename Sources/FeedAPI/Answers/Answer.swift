import Disclosure
import FriendShops
import HTTPTypes
import Hummingbird

/// What an endpoint answers with, unless it throws a ``Problem``.
///
/// There is no other way from a value to bytes: what is made of people's records needs the admission of the gate, and what
/// is not is one of a closed list.
enum Answer: Sendable {
    /// Made of people's records, and let through by the gate.
    case gated(Admitted<ReadyAnswer>)
    case plain(Plain)

    /// An answer that no narrowing concerns: it holds nothing of anybody's records.
    enum Plain: Sendable {
        /// The request is done, and the answer has no body.
        case done(HTTPFields = [:])
        /// Where an export can be fetched.
        case exportTicket(ExportTicketBody)
        /// A link that the caller just had made, with its secret.
        case shareLink(MadeShareLink)
        /// How far an erasure is; with its certificate once it is clean.
        case erasure(ErasureBody)
        /// The policy was loaded.
        case policy(PolicyBody)
    }
}

extension Answer.Plain {
    /// The answer as it is written.
    func response() throws -> Response {
        switch self {
        case .done(let headers): return Response(status: .noContent, headers: headers)
        case .exportTicket(let body):
            var response = try JSONAnswer.response(body, headers: [.location: body.href])
            response.status = .accepted
            return response
        case .shareLink(let body): return try JSONAnswer.response(body)
        case .erasure(let body): return try JSONAnswer.response(body, headers: [.vitrineErasure: body.id])
        case .policy(let body): return try JSONAnswer.response(body)
        }
    }
}
