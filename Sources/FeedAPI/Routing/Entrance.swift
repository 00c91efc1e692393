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

    /// Does the work, unless the same request was answered before.
    private func answer(_ request: APIRequest, endpoint: Endpoint) async throws -> Response {
        guard endpoint.isReplayable, endpoint.method == .post || endpoint.method == .patch,
            let key = request.request.headers[.idempotencyKey]
        else { return try written(try await endpoint.work(request), request.context) }
        guard IdempotencyKeys.isWellFormed(key) else {
            throw Problem(.invalidHeader, errors: [FieldError(.parameter(.idempotencyKey), .malformed)])
        }
        let body = try await request.collected()
        let name = IdempotencyKeys.Name(tokenID: request.principal.tokenID, path: endpoint.path, key: key)
        switch idempotencyKeys.finding(name, body: Array(body.readableBytesView)) {
        case .answered(let response): return response
        case .reused: throw Problem(.keyReused)
        case .unknown: break
        }
        let answer = try await endpoint.work(request.replacingBody(body))
        let response = try written(answer, request.context)
        // An answer made of people's records is not kept: the gate lets it through once, and what is set is set again.
        var kept: Response?
        if case .plain = answer { kept = response }
        idempotencyKeys.note(kept, for: name, body: Array(body.readableBytesView))
        return response
    }
}
