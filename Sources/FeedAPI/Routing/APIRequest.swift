import Disclosure
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// A request whose sender is known and has the scope that the resource needs.
struct APIRequest: Sendable {
    let request: Request
    let context: APIContext
    let principal: Principal
    let authentication: Authentication
    let limits: ServingLimits
    let bodyDeadline: Deadline
    /// The deed that the request is, where its endpoint remembers them.
    var deed: Deed?

    /// The person that the token stands for.
    func person() throws(Problem) -> PersonID {
        guard let person = principal.person else { throw Problem.invalidToken }
        return person
    }

    /// The parameters of the query, of which all must be among the allowed.
    func query(allowing allowed: Set<Parameter> = []) throws(Problem) -> QueryValues {
        try QueryValues(request.uri.query, allowing: allowed)
    }

    /// A part of the path; nothing, when it is not well-formed.
    func pathValue(_ parameter: Parameter) -> String? {
        context.parameters[parameter.rawValue[...]].flatMap { PercentCoding.decode($0) }
    }

    /// A part of the path that something else can read; refuses what it cannot.
    func pathValue<Value>(_ parameter: Parameter, _ parse: (String) -> Value?) throws(Problem) -> Value {
        guard let value = pathValue(parameter).flatMap(parse) else { throw .parameter(parameter, .malformed) }
        return value
    }

    /// Reads the body as JSON.
    func body<Value>(_ reading: FieldReading<Value>) async throws -> Value {
        guard Self.isJSON(request.headers[values: .contentType]), request.headers[.contentEncoding] == nil else {
            throw Problem(.unsupportedMediaType)
        }
        if let text = request.headers[.contentLength], let length = Int(text), length > limits.bodyBytes {
            throw Problem(.contentTooLarge)
        }
        let buffer = try await collected()
        let value: JSONValue
        do {
            value = try StrictJSON.parse(Array(buffer.readableBytesView))
        } catch {
            throw error.problem
        }
        return try reading.decode(value)
    }

    /// The bytes of the body, read within the limits of size and time.
    func collected() async throws -> ByteBuffer {
        let (body, maximum) = (request.body, limits.bodyBytes)
        return try await bodyDeadline.run(elseThrow: Problem(.requestTimeout)) {
            try await body.collect(upTo: maximum)
        }
    }

    /// The same request with a body that was read already.
    func replacingBody(_ body: ByteBuffer, deed: Deed? = nil) -> APIRequest {
        var request = request
        request.body = RequestBody(buffer: body)
        return APIRequest(
            request: request, context: context, principal: principal, authentication: authentication, limits: limits,
            bodyDeadline: bodyDeadline, deed: deed)
    }

    private static func isJSON(_ fields: [String]) -> Bool {
        guard fields.count == 1 else { return false }
        let parts = fields[0].lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        guard parts.first == "application/json" || parts.first == "application/merge-patch+json" else { return false }
        return parts.dropFirst().allSatisfy { $0 == "charset=utf-8" || $0 == "charset=\"utf-8\"" }
    }
}
