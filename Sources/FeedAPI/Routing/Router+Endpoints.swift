import HTTPTypes
import Hummingbird

extension Router where Context == APIContext {
    /// The methods that a resource without them refuses with 405; anything stranger is answered like an unknown path.
    private static var knownMethods: [HTTPRequest.Method] {
        [.get, .head, .post, .put, .patch, .delete, .options, .trace]
    }

    /// Adds the endpoints, `HEAD` where there is `GET`, and a 405 with `Allow` for the other methods of their paths.
    func add(_ endpoints: [Endpoint], behind entrance: Entrance) {
        for (path, group) in Dictionary(grouping: endpoints, by: \.path) {
            var taken: Set<HTTPRequest.Method> = []
            for endpoint in group {
                for method in endpoint.method == .get ? [.get, .head] : [endpoint.method] {
                    taken.insert(method)
                    on(RouterPath(path), method: method) { request, context in
                        try await entrance.respond(to: request, context: context, endpoint: endpoint)
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
