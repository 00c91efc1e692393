import HTTPTypes
import Hummingbird

extension Router where Context == APIContext {
    /// The methods that a resource without them refuses with 405; anything stranger is answered like an unknown path.
    private static var knownMethods: [HTTPRequest.Method] {
        [.get, .head, .post, .put, .patch, .delete, .options, .trace]
    }

    /// Adds the endpoints, `HEAD` where there is `GET`, and a 405 with `Allow` for the other methods of their paths.
    func add(_ endpoints: [Endpoint], behind entrance: Entrance) {
        add(endpoints, at: \.path, \.method) { request, context, endpoint in
            try await entrance.respond(to: request, context: context, endpoint: endpoint)
        }
    }

    /// Adds endpoints that need no token, in the same way.
    func add(open endpoints: [OpenEndpoint], _ secret: Parameter) {
        add(endpoints, at: \.path, \.method) { request, context, endpoint in
            try request.refuseBody()
            _ = try QueryValues(request.uri.query, allowing: [])
            guard let text = context.parameters[secret.rawValue[...]].flatMap({ PercentCoding.decode($0) }) else {
                throw Problem(.notFound)
            }
            return try await endpoint.work(text).response()
        }
    }

    private func add<Kind: Sendable>(
        _ endpoints: [Kind], at path: (Kind) -> String, _ method: (Kind) -> HTTPRequest.Method,
        _ respond: @escaping @Sendable (Request, APIContext, Kind) async throws -> Response
    ) {
        for (path, group) in Dictionary(grouping: endpoints, by: path) {
            var taken: Set<HTTPRequest.Method> = []
            for endpoint in group {
                for method in method(endpoint) == .get ? [.get, .head] : [method(endpoint)] {
                    taken.insert(method)
                    on(RouterPath(path), method: method) { request, context in
                        try await respond(request, context, endpoint)
                    }
                }
            }
            let allow = taken.map(\.rawValue).sorted().joined(separator: ", ")
            for method in Self.knownMethods where !taken.contains(method) {
                on(RouterPath(path), method: method) { _, _ -> Response in
                    throw Problem(.methodNotAllowed, headers: [.allow: allow])
                }
            }
        }
    }
}
