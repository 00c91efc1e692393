import Disclosure
import HTTPTypes

@testable import FeedAPI

/// Makes hostile requests out of what an endpoint expects.
enum HostileVariants {
    struct Variant {
        let name: String
        let bytes: String
        let statuses: Set<Int>
    }

    static func of(_ endpoint: Endpoint, _ world: ServiceWorld) -> [Variant] {
        let path = sample(endpoint.path)
        let right = token(endpoint, world)
        let name = "\(endpoint.method.rawValue) \(endpoint.path)"
        let method = endpoint.method.rawValue
        func variant(_ what: String, _ statuses: Set<Int>, path: String, token: String?, body: String? = nil) -> Variant
        {
            Variant(
                name: "\(name): \(what)", bytes: bytes(method, path, token: token, body: body), statuses: statuses)
        }
        var variants = [
            variant("no token", [401], path: path, token: nil),
            variant("an unknown token", [401], path: path, token: "vt_evil"),
            variant("a token for something else", [403], path: path, token: wrongToken(endpoint, world)),
            variant("an unknown parameter", [400], path: path + "?evil=evil", token: right),
            variant("a broken query", [400], path: path + "?%zz=evil", token: right),
            variant(
                "a method that is not taken", [405], path: path, token: right
            ).replacing(method + " ", with: "TRACE "),
            variant("a long address", [414], path: path + "?" + String(repeating: "evil", count: 1200), token: right),
        ]
        if endpoint.path.contains("{") {
            for bad in ["%zz", "EVIL%20evil", "%00", "%FF", String(repeating: "evil", count: 200)] {
                variants.append(
                    variant(
                        "a bad path", [400, 404, 409], path: sample(endpoint.path, with: bad), token: right,
                        body: takesBody(endpoint) ? "{}" : nil))
            }
        }
        if takesBody(endpoint) {
            for body in [
                "", "evil", "[]", "null", #"{"evil":1}"#, #"{"a":1,"a":2}"#,
                #"{"sharing":"evil","name":5,"title":"evil"}"#,
                String(repeating: "[", count: 1000), "{} evil", "\u{FEFF}{}",
            ] {
                variants.append(variant("the body \(body.prefix(20))", [400], path: path, token: right, body: body))
            }
            variants.append(
                variant("a large body", [413], path: path, token: right, body: String(repeating: " ", count: 70_000)))
            variants.append(
                variant("another type", [415], path: path, token: right, body: "{}")
                    .replacing("application/json", with: "text/evil"))
        } else {
            variants.append(variant("a body where none is read", [400], path: path, token: right, body: #"{"evil":1}"#))
        }
        return variants
    }

    private static func takesBody(_ endpoint: Endpoint) -> Bool {
        [.put, .patch, .post].contains(endpoint.method) && !endpoint.path.contains("{friend}")
            && endpoint.path != "/v1/me/export"
    }

    private static func token(_ endpoint: Endpoint, _ world: ServiceWorld) -> String? {
        world.tokens[endpoint.scope == .operator ? "operator" : endpoint.scope.needsPerson ? "ada" : "shop"]
    }

    private static func wrongToken(_ endpoint: Endpoint, _ world: ServiceWorld) -> String? {
        world.tokens[endpoint.scope.needsPerson ? "shop" : "ada"]
    }

    private static func sample(_ template: String, with value: String? = nil) -> String {
        template.split(separator: "/").map { part in
            guard part.hasPrefix("{") else { return "/\(part)" }
            let known = ["{slot}": "1", "{target}": "ben", "{friend}": "cleo", "{product}": "p-1"]
            return "/" + (value ?? known[String(part)] ?? "ben")
        }.joined()
    }

    private static func bytes(_ method: String, _ path: String, token: String?, body: String?) -> String {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
        if let token { lines.append("Authorization: Bearer \(token)") }
        if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}

extension HostileVariants.Variant {
    fileprivate func replacing(_ text: String, with other: String) -> Self {
        Self(name: name, bytes: bytes.replacing(text, with: other, maxReplacements: 1), statuses: statuses)
    }
}
