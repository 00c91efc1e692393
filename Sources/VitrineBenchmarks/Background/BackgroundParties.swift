import NIOCore

/// Who writes and narrows beside a load, with the tokens that they need.
struct BackgroundParties: Sendable {
    /// By handle.
    let owners: [String: String]
    private let buyers: [String]
    private let platforms: [String]
    private let products: [String]
    private let boughtAt: String

    /// Has tokens issued, to the friends of the hot viewer first.
    init(_ world: BenchWorld, hotViewer: Int) async throws {
        let issuing = TokenIssuing(folder: world.folder)
        let friends = Set(world.friends[hotViewer])
        let chosen = world.owners.sorted { (friends.contains($0) ? 0 : 1, $0) < (friends.contains($1) ? 0 : 1, $1) }
            .prefix(1_000)
        let handles = chosen.map { world.people[$0] }
        let tokens = try await issuing.issue(
            for: handles, scopes: ["visibility:narrow", "visibility:widen", "shop:write"])
        owners = Dictionary(uniqueKeysWithValues: zip(handles, tokens))
        buyers = handles
        platforms = try await issuing.issue(
            for: Array(repeating: nil, count: 32), scopes: ["platform:purchases"])
        products = Array(world.products.prefix(500))
        boughtAt = world.readAt
    }

    func purchase(_ number: Int) -> ByteBuffer {
        let body = #"""
            {"buyer":"\#(buyers[number % buyers.count])","product":"\#(products[number % products.count])",\#
            "quantity":1,"total":1290,"currency":"USD","at":"\#(boughtAt)"}
            """#
        return RequestText.put(
            "/v1/purchases/bench-\(number)/lines/1", json: body, token: platforms[number / 2 % platforms.count])
    }

    /// The line of a shop that is closed, which is no activity: pages would soon show nothing else.
    func line(_ number: Int) -> ByteBuffer {
        let buyer = buyers[number % buyers.count]
        return RequestText.put(
            "/v1/me/shop", json: #"{"name":"Shop of \#(buyer)","line":"Line \#(number)","open":false}"#,
            token: owners[buyer] ?? "")
    }

    /// Nothing for somebody whose token is not there.
    func visibility(of item: NarrowingModel.Item, _ visibility: String) -> ByteBuffer? {
        owners[item.owner].map { token in
            RequestText.put(
                "/v1/me/purchases/\(item.id)/visibility", json: #"{"visibility":"\#(visibility)"}"#, token: token)
        }
    }
}
