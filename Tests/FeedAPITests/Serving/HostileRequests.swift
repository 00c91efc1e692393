/// A table of hostile requests, each with the problem that must answer it.
enum HostileRequests {
    static let all = heads + tokens + queries + bodies + fields + resources

    private static let ada = "Authorization: Bearer \(TestAuthenticator.ada)"
    private static let platform = "Authorization: Bearer \(TestAuthenticator.platform)"

    private static func get(_ path: String, _ headers: String...) -> String {
        (["GET \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + headers).joined(separator: "\r\n")
            + "\r\n\r\n"
    }

    private static func send(
        _ body: String, _ method: String = "PATCH", _ path: String = "/v1/me/visibility", token: String = ada,
        type: String = "Content-Type: application/json"
    ) -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(token)\r\n\(type)\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private typealias Case = HostileRequestTests.Case

    private static let heads: [HostileRequestTests.Case] = [
        Case(description: "no HTTP at all", bytes: "evil evil evil\r\n\r\n", problem: "malformed-request"),
        Case(description: "a TLS hello", bytes: "\u{16}\u{03}\u{01}evil\r\n\r\n", problem: "malformed-request"),
        Case(description: "an unknown method", bytes: "EVIL /v1/feed HTTP/1.1\r\n\r\n", problem: "malformed-request"),
        Case(description: "an unknown version", bytes: "GET /v1/feed HTTP/9.9\r\n\r\n", problem: "malformed-request"),
        Case(description: "a header without a colon", bytes: get("/v1/feed", "evil"), problem: "malformed-request"),
        Case(
            description: "a blank in a header's name", bytes: get("/v1/feed", "e vil: 1"), problem: "malformed-request"),
        Case(
            description: "letters in an address", bytes: get("/v1/feed?limit=\u{661}", ada),
            problem: "malformed-request"),
        Case(
            description: "two lengths", bytes: get("/v1/feed", ada, "Content-Length: 1", "Content-Length: 2"),
            problem: "malformed-request"),
        Case(
            description: "a length and chunks",
            bytes: get("/v1/feed", ada, "Content-Length: 4", "Transfer-Encoding: chunked"),
            problem: "malformed-request"),
        Case(
            description: "a negative length", bytes: get("/v1/feed", ada, "Content-Length: -1"),
            problem: "malformed-request"),
        Case(
            description: "a header that is too long",
            bytes: get("/v1/feed", "X: " + String(repeating: "evil", count: 4000)),
            problem: "headers-too-large"),
        Case(
            description: "too many headers",
            bytes: get("/v1/feed", (0..<200).map { "X\($0): evil" }.joined(separator: "\r\n")),
            problem: "headers-too-large"),
        Case(
            description: "an address that is too long", bytes: get("/v1/" + String(repeating: "evil", count: 1200)),
            problem: "address-too-long"),
        Case(
            description: "a bad chunk size",
            bytes: "PATCH /v1/me/visibility HTTP/1.1\r\nHost: localhost\r\n\(ada)\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nevil\r\n",
            problem: "malformed-request"),
    ]

    private static let tokens: [HostileRequestTests.Case] =
        [
            ("no token", ""), ("another scheme", "Authorization: Basic ZXZpbDpldmls"),
            ("an empty token", "Authorization: Bearer "),
            ("an unknown token", "Authorization: Bearer evil"),
            ("two tokens in one", "Authorization: Bearer tok_ada evil"),
            ("two headers", "\(ada)\r\n\(ada)"), ("a token of other letters", "Authorization: Bearer {evil}"),
            ("a token that is too long", "Authorization: Bearer " + String(repeating: "evil", count: 200)),
            ("a token and a comma", "\(ada),"),
        ].map { name, header in
            Case(
                description: name,
                bytes: "GET /v1/feed HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (header.isEmpty ? "" : header + "\r\n") + "\r\n",
                problem: "unauthenticated")
        } + [
            Case(
                description: "a platform reads a feed", bytes: get("/v1/feed", platform), problem: "scope-missing"),
            Case(
                description: "a person writes people", bytes: send("{}", "PUT", "/v1/people/evil"),
                problem: "scope-missing"),
            Case(
                description: "a reader changes visibility",
                bytes: send("{}", token: "Authorization: Bearer \(TestAuthenticator.reader)"), problem: "scope-missing"),
        ]

    private static let queries: [HostileRequestTests.Case] = [
        "limit=0", "limit=51", "limit=-1", "limit=1e3", "limit=evil", "limit=", "limit", "limit=10&limit=10",
        "limit=99999999999999999999", "limit=%31%zz", "evil=1", "limit=1&evil", "%FF=1", "limit=%FF",
        "cursor=a&cursor=b",
        "since=evil", "limit=1%00", "=evil",
    ].map { Case(description: "the query \($0)", bytes: get("/v1/feed?\($0)", ada), problem: "invalid-parameters") }

    private static let bodies: [HostileRequestTests.Case] =
        [
            "", "evil", "{", "{\"sharing\":true", "{\"sharing\":true}}", "{\"sharing\":true} evil", "{'sharing':true}",
            "{\"sharing\":true,}", "{\"sharing\":true,\"sharing\":false}", "{\"sharing\":tru}",
            "\u{FEFF}{\"sharing\":true}",
            "{\"sharing\":01}", "{\"sharing\":.5}", "{\"sharing\":NaN}", "{\"sharing\":\"\\ud800\"}",
            "{\"sharing\":\"\n\"}",
            "{\"sharing\":\"\\x\"}", "{\"sharing\":\"\\u00g0\"}", "{\"sharing\"}", "[,]", "/* evil */ {}",
            String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
            String(repeating: "[", count: 30_000),
            String(repeating: "{\"a\":", count: 5_000),
        ].map { Case(description: "the body \($0.prefix(40))", bytes: send($0), problem: "malformed-body") } + [
            Case(
                description: "a body that is too large", bytes: send(String(repeating: " ", count: 70_000)),
                problem: "content-too-large"),
            Case(
                description: "a body that says it is too large",
                bytes: get("/v1/feed", ada).replacing("GET /v1/feed", with: "PATCH /v1/me/visibility").replacing(
                    "\r\n\r\n", with: "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"),
                problem: "content-too-large"),
            Case(
                description: "a form", bytes: send("{}", type: "Content-Type: text/plain"),
                problem: "unsupported-media-type"),
            Case(
                description: "another charset", bytes: send("{}", type: "Content-Type: application/json; charset=evil"),
                problem: "unsupported-media-type"),
            Case(
                description: "a packed body",
                bytes: send("{}", type: "Content-Type: application/json\r\nContent-Encoding: gzip"),
                problem: "unsupported-media-type"),
        ]

    private static let fields: [HostileRequestTests.Case] =
        [
            "[]", "null", "true", "\"evil\"", "{}", "{\"sharing\":null}", "{\"sharing\":1}", "{\"sharing\":\"evil\"}",
            "{\"sharing\":[true]}", "{\"Sharing\":true}", "{\"sharing\":true,\"evil\":1}",
            "{\"sharing\":true,\"until\":\"evil\"}",
            "{\"sharing\":true,\"until\":5}", "{\"sharing\":true,\"closeFriends\":\"evil\"}",
            "{\"sharing\":true,\"closeFriends\":[\"EVIL\",1]}", "{\"sharing\":true,\"closeFriends\":{\"evil\":1}}",
            "{\"sharing\":true,\"\\u0000evil\":1}",
        ].map { Case(description: "the fields \($0)", bytes: send($0), problem: "invalid-fields") } + [
            Case(
                description: "a name that is too long",
                bytes: send(
                    "{\"name\":\"\(String(repeating: "evil", count: 9))\"}", "PUT", "/v1/people/ben", token: platform),
                problem: "invalid-fields"),
            Case(
                description: "a name with a control character",
                bytes: send("{\"name\":\"evil\\u0007\"}", "PUT", "/v1/people/ben", token: platform),
                problem: "invalid-fields"),
            Case(
                description: "a handle that is none",
                bytes: send("{\"name\":\"Ben\"}", "PUT", "/v1/people/EVIL", token: platform),
                problem: "invalid-parameters"),
            Case(
                description: "a handle with a broken escape",
                bytes: send("{\"name\":\"Ben\"}", "PUT", "/v1/people/ben%e", token: platform),
                problem: "invalid-parameters"),
        ]

    private static let resources: [HostileRequestTests.Case] = [
        Case(description: "an unknown path", bytes: get("/v1/evil", ada), problem: "not-found"),
        Case(description: "the root", bytes: get("/", ada), problem: "not-found"),
        Case(description: "a climb", bytes: get("/v1/items/../../evil", ada), problem: "not-found"),
        Case(description: "an unknown item", bytes: get("/v1/items/evil", ada), problem: "not-found"),
        Case(description: "an item with a broken escape", bytes: get("/v1/items/%zz", ada), problem: "not-found"),
        Case(description: "the operations from outside", bytes: get("/metrics", ada), problem: "not-found"),
        Case(
            description: "a method that is not taken", bytes: send("{}", "DELETE", "/v1/feed"),
            problem: "method-not-allowed"),
        Case(
            description: "a trace", bytes: get("/v1/feed").replacing("GET", with: "TRACE"),
            problem: "method-not-allowed"),
        Case(
            description: "a strange method", bytes: get("/v1/feed").replacing("GET", with: "PROPFIND"),
            problem: "not-found"),
        Case(
            description: "a parameter where there is none", bytes: get("/v1/items/known?limit=1", ada),
            problem: "invalid-parameters"),
    ]
}
