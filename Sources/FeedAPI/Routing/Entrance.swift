import Disclosure
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// What every request must pass before any work: principal, budget, scope; and the time that the work may take.
struct Entrance: Sendable {
    let authentication: Authentication
    let budget: RequestBudget
    let idempotencyKeys: IdempotencyKeys
    let limits: ServingLimits
    let clock: ServerClock
    let answerDeadline: Deadline
    let bodyDeadline: Deadline

    /// Answers a request for an endpoint; refusals past the budget carry its fields too.
    func respond(to request: Request, context: APIContext, endpoint: Endpoint) async throws -> Response {
        let principal = try await authentication.principal(of: request)
        let standing = budget.spend(token: principal.tokenID, at: clock.uptime())
        var response: Response
        do {
            guard standing.isAllowed else {
                throw Problem.retry(.tooManyRequests, afterSeconds: max(1, standing.secondsToNext))
            }
            try endpoint.checkBody(of: request)
            try Authentication.require(endpoint.scope, of: principal)
            let admitted = APIRequest(
                request: request, context: context, principal: principal, authentication: authentication,
                limits: limits, bodyDeadline: bodyDeadline)
            if let ready = endpoint.ready(admitted) {
                response = try written(.gated(ready), context)
            } else if !endpoint.hasDeadline {
                response = try await answer(admitted, endpoint: endpoint)
            } else {
                response = try await answerDeadline.run(
                    elseThrow: Problem.retry(.deadlineExceeded, afterSeconds: 1),
                    // A narrowing must not wait until all who read have been served.
                    priority: endpoint.method == .get ? nil : .high
                ) {
                    try await answer(admitted, endpoint: endpoint)
                }
            }
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = Problem(mapping: error, logger: context.logger).response
        }
        response.headers.append(contentsOf: budget.fields(for: standing))
        return response
    }

    /// The answer as the connection writes it, with its admission where it has one.
    private func written(_ answer: Answer, _ context: APIContext) throws -> Response {
        switch answer {
        case .gated(let admitted):
            context.admission.set(admitted.admission)
            return admitted.value.response
        case .plain(let plain): return try plain.response()
        }
    }

    /// Does the work, unless it made something new under the same idempotency key before.
    private func answer(_ request: APIRequest, endpoint: Endpoint) async throws -> Response {
        try written(try await answered(request, endpoint: endpoint), request.context)
    }

    private func answered(_ request: APIRequest, endpoint: Endpoint) async throws -> Answer {
        guard endpoint.method == .post || endpoint.method == .patch,
            let key = request.request.headers[.idempotencyKey]
        else { return try await endpoint.work(request) }
        if case .unkeyed = endpoint.repeats { return try await endpoint.work(request) }
        guard IdempotencyKeys.isWellFormed(key) else {
            throw Problem(.invalidHeader, errors: [FieldError(.parameter(.idempotencyKey), .malformed)])
        }
        let name = IdempotencyKeys.Name(
            caller: IdempotencyKeys.Caller(request.principal), method: endpoint.method.rawValue,
            path: request.request.uri.path, key: key)
        return try await idempotencyKeys.holding(name) {
            let body = try await request.collected()
            let bytes = Array(body.readableBytesView)
            guard case .remembered(let point) = endpoint.repeats else {
                guard idempotencyKeys.note(bytes, for: name, at: clock.uptime()) else { throw Problem(.keyReused) }
                return try await endpoint.work(request.replacingBody(body))
            }
            let deed = point.deeds.deed(
                of: try request.person(), method: name.method, path: name.path, key: key, body: bytes)
            if let replayed = try await request.replayed(deed, point) { return replayed }
            return try await endpoint.work(request.replacingBody(body, deed: deed))
        }
    }
}

extension APIRequest {
    /// The answer to a deed that was done before; `nil` if it was not.
    fileprivate func replayed(_ deed: Deed, _ point: EnforcementPoint) async throws -> Answer? {
        switch try await point.deeds.finding(deed) {
        case .unknown: return nil
        case .otherBody: throw Problem(.keyReused)
        case .done:
            return try await written(through: point.gate) {
                guard case .done(let prepared) = try await point.deeds.finding(deed) else { return nil }
                return prepared.map { bytes in
                    ReadyAnswer(
                        address: address, body: ByteBuffer(bytes: bytes),
                        headers: [.contentType: "application/json", .idempotencyReplayed: "true"])
                }
            }
        }
    }
}
