import Domain
import Foundation
import FriendShops
import Logging
import PolicyEngine
import Sealing
import ServiceLifecycle
import Storage
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// The whole service with the shipped policy, kept in memory, behind real servers.
///
/// Ada, Ben and Cleo are friends of each other; Dan knows nobody.
struct ServiceWorld: Sendable {
    let point: EnforcementPoint
    let clock: FixedClock
    let server: RunningServer
    let tokens: [String: String]

    static let start = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
    static let personScopes: Set<Scope> = [
        .feedRead, .ledgerRead, .visibilityNarrow, .visibilityWiden, .shopWrite, .account,
    ]
    static let platformScopes: Set<Scope> = [
        .platformPeople, .platformRelations, .platformCatalogue, .platformPurchases,
    ]

    /// `policies` is where policies are loaded anew from; without it the policy counts as built in.
    static func run(
        limits: ServingLimits = ServingLimits(), policies: (@Sendable () throws -> Policy)? = nil,
        _ test: (ServiceWorld) async throws -> Void
    ) async throws {
        try await run(limits: limits, policies: policies, over: { $0 }) { world, _ in try await test(world) }
    }

    /// The same over records that are looked at.
    static func run<Records: SealedStore>(
        limits: ServingLimits = ServingLimits(), policies: (@Sendable () throws -> Policy)? = nil,
        over records: (InMemoryStore) -> Records, _ test: (ServiceWorld, Records) async throws -> Void
    ) async throws {
        let clock = FixedClock(start)
        let store = InMemoryStore()
        let records = records(store)
        let point = try await point(clock, store, records)
        let service = FeedService(point: point, reload: PolicyReload(point: point, load: policies))
        try await RunningServer.run(
            service.endpoints, open: service.openEndpoints, authenticator: ServiceAuthenticator(point: point),
            limits: limits
        ) { server in
            var tokens = [
                "shop": try await point.tokens.issue(client: "shop", person: nil, scopes: platformScopes, days: nil)
                    .secret
            ]
            tokens["rival"] = try await point.tokens.issue(
                client: "rival", person: nil, scopes: platformScopes, days: nil
            ).secret
            tokens["operator"] = try await point.tokens.issue(
                client: "operator", person: nil, scopes: [.operator], days: nil
            ).secret
            let empty = ServiceWorld(point: point, clock: clock, server: server, tokens: tokens)
            try await empty.populate()
            for name in ["ada", "ben", "cleo", "dan"] {
                tokens[name] = try await point.tokens.issue(
                    client: "phone", person: Handle(name), scopes: personScopes, days: nil
                ).secret
            }
            tokens["narrow"] = try await point.tokens.issue(
                client: "phone", person: Handle("ada"), scopes: [.visibilityNarrow], days: nil
            ).secret
            try await test(ServiceWorld(point: point, clock: clock, server: server, tokens: tokens), records)
        }
    }

    private static let directory =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../policies").path

    /// The shipped policy, with pieces of its files replaced.
    static func policy(replacing pieces: [(old: String, new: String)] = []) throws -> Policy {
        let digest: @Sendable ([UInt8]) -> [UInt8] = { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return withUnsafeBytes(of: hash) { Array($0) }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".yaml") }
        let files = try names.map { name in
            let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
            return (name: name, text: pieces.reduce(text) { $0.replacing($1.old, with: $1.new) })
        }
        return try PolicyLoader(digest: digest).load(PolicyFiles(files: files)).policy
    }

    private static func point(
        _ clock: FixedClock, _ store: InMemoryStore, _ records: some SealedStore
    ) async throws -> EnforcementPoint {
        let random = SodiumRandom()
        let root = try RootKey.generate()
        let wrapped = try KeyHierarchy.makeSeed(root: root, random: random)
        let keys = try KeyHierarchy(root: root, wrappedSeed: wrapped, random: random)
        let policy = try policy()
        let point = try await EnforcementPoint(
            records: records, keyStore: InMemoryKeyStore(), catalogue: store, keys: keys, policy: policy,
            clock: clock,
            random: random)
        let lines = try String(contentsOfFile: directory + "/categories.tsv", encoding: .utf8).split(separator: "\n")
        let drafts = lines.dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return CategoryDraft(
                id: String(fields[0]), parentID: fields[1].isEmpty ? nil : String(fields[1]),
                name: LocalizedText(
                    en: fields[2].components(separatedBy: " > ").last, zh: fields[3].components(separatedBy: " > ").last
                ))
        }
        try await point.catalogue.replaceTaxonomy(drafts)
        return point
    }

    /// Tells the service everything over HTTP, as a platform does.
    private func populate() async throws {
        for (handle, name) in [("ada", "Ada"), ("ben", "Ben"), ("cleo", "Cleo"), ("dan", "Dan")] {
            try await written("PUT", "/v1/people/\(handle)", #"{"name":"\#(name)","zone":"Europe/Paris"}"#)
        }
        for pair in ["ada/friends/ben", "ada/friends/cleo", "ben/friends/cleo"] {
            try await written("PUT", "/v1/people/\(pair)")
        }
        for (id, title, category) in Self.products {
            try await written(
                "PUT", "/v1/catalogue/\(id)",
                #"{"title":{"en":"\#(title)"},"category":"\#(category)","listPrice":19900,"currency":"CNY"}"#)
        }
    }

    static let products = [
        ("p-1", "Kettle", "hg-11"), ("p-2", "Teapot", "hg-11"), ("p-3", "Ladle", "hg-11"),
        ("p-9", "Early pregnancy test", "hb-1-15-5"),
    ]

    func written(_ method: String, _ path: String, _ body: String? = nil, as sender: String = "shop") async throws {
        let answer = try await send(method, path, as: sender, body: body)
        guard answer.status == 204 || answer.status == 200 else { throw Refused(answer: answer) }
    }

    struct Refused: Error { let answer: RawAnswer }

    func send(
        _ method: String, _ path: String, as sender: String, body: String? = nil, headers: [String] = []
    ) async throws -> RawAnswer {
        try await server.api.request(method, path, token: tokens[sender], headers: headers, body: body)
    }

    func get(_ path: String, as sender: String) async throws -> RawAnswer {
        try await send("GET", path, as: sender)
    }

    /// Ada shares everything ordinary with friends, product by product, and buys the first goods in three months.
    func adaShares() async throws {
        try await written(
            "PATCH", "/v1/me/visibility",
            #"{"sharing":{"on":true},"levels":{"close-friends":{"ordinary":"product"},"friends":{"ordinary":"product"}}}"#,
            as: "ada")
        for (index, (product, _, _)) in Self.products.enumerated() {
            let month = 3 + index
            if let instant = Instant("2026-0\(month)-10T12:00:00Z") { clock.set(instant) }
            try await written(
                "PUT", "/v1/purchases/o-\(index)/lines/1",
                #"{"buyer":"ada","product":"\#(product)","quantity":1,"total":19900,"currency":"CNY","at":"2026-0\#(month)-10T09:00:00Z"}"#
            )
        }
        if let instant = Instant("2026-11-20T12:00:00Z") { clock.set(instant) }
    }
}

extension RawAnswer {
    /// The parts of a page that say what was bought.
    var items: [[String: Any]] {
        get throws {
            let object = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
            return object?["items"] as? [[String: Any]] ?? []
        }
    }

    func text(_ key: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        return object?[key] as? String
    }

    /// The ids of the items on it.
    var ids: [String] { get throws { try items.compactMap { $0["id"] as? String } } }
}
