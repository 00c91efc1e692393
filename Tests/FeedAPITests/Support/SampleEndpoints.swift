import Domain
import HTTPTypes
import Hummingbird
import NIOCore

@testable import Disclosure
@testable import FeedAPI

/// Resources that use the plumbing in every way that the real ones do.
enum SampleEndpoints {
    /// What nothing that is answered or logged may ever hold.
    static let canary = "canary-9f3a"

    struct Unforeseen: Error, CustomStringConvertible {
        let description = SampleEndpoints.canary
    }

    static let all: [Endpoint] = [
        Endpoint(.get, "/v1/feed", .feedRead) { request in
            let limit = try request.query(allowing: [.limit, .cursor]).limit()
            return json(#"{"items":[],"limit":\#(limit)}"#)
        },
        Endpoint(.get, "/v1/items/{id}", .feedRead) { request in
            _ = try request.query()
            guard request.pathValue(.id) == "known" else { throw Problem(.notFound) }
            return json(#"{"id":"known"}"#)
        },
        Endpoint(.patch, "/v1/me/visibility", .visibilityNarrow) { request in
            let sharing = try await request.body(visibility)
            return json(#"{"sharing":\#(sharing)}"#)
        },
        Endpoint(.put, "/v1/people/{handle}", .platformPeople) { request in
            _ = try request.pathValue(.handle) { Handle($0) }
            _ = try await request.body(person)
            return .plain(.done())
        },
        Endpoint(.get, "/v1/me/purchases", .ledgerRead) { _ in throw Unforeseen() },
    ]

    static let visibility = FieldReading<Bool>.object { reader in
        let sharing = reader.required("sharing", .boolean)
        _ = reader.optional("until", .nullable(.parsed { Instant($0) }))
        _ = reader.optional("closeFriends", .array(of: .parsed { Handle($0) }, count: 0...64))
        return sharing
    }

    static let person = FieldReading<String>.object { reader in
        let name = reader.required("name", .text(length: 1...20))
        _ = reader.optional("zone", .parsed(.notAChoice) { Zone($0) })
        _ = reader.optional("minor", .boolean)
        _ = reader.optional("rank", .integer(in: 0...9))
        return name
    }

    static func json(_ text: String) -> Answer {
        .made(body: ByteBuffer(string: text), headers: [.contentType: "application/json"], through: gate)
    }

    private static let gate = Gate()
}

extension Answer {
    /// An answer made from nothing, as the gate lets one through.
    static func made(body: ByteBuffer, headers: HTTPFields, through gate: Gate) -> Answer {
        let stand = gate.sequence()
        let ready = ReadyAnswer(address: "", body: body, headers: headers)
        let prepared = Prepared(value: ready, snapshot: ReadSnapshot(sequence: stand.sequence, global: stand.global))
        return gate.admit(prepared).map { .gated($0) } ?? .plain(.done())
    }
}
