import Disclosure
import Foundation
import PolicyEngine
import Synchronization
import Testing

@testable import FeedAPI

/// `POST /v1/policy:reload`.
@Suite struct PolicyReloadTests {
    /// Where the policy is loaded from, as a test wants it.
    private final class Shelf: Sendable {
        private let pieces = Mutex<[(old: String, new: String)]>([])

        var load: @Sendable () throws -> Policy {
            { try ServiceWorld.policy(replacing: self.pieces.withLock { $0 }) }
        }

        func replace(_ old: String, with new: String) { pieces.withLock { $0 = [(old, new)] } }
        func restore() { pieces.withLock { $0 = [] } }
    }

    private static let path = "/v1/policy:reload"

    private func reload(_ world: ServiceWorld, _ body: String? = nil, as sender: String = "operator") async throws
        -> RawAnswer
    {
        try await world.send("POST", Self.path, as: sender, body: body)
    }

    @Test func `what narrows is in force before the answer, and pages say which revision made them`() async throws {
        let shelf = Shelf()
        try await ServiceWorld.run(policies: shelf.load) { (world: ServiceWorld) async throws in
            try await world.adaShares()
            let before = try await world.get("/v1/feed", as: "ben")
            #expect(try before.ids.count == 3)
            shelf.replace(
                "\nterms:\n", with: "\nterms:\n  - { class: sexual-reproductive, en: [kettle], because: [gdpr-9] }\n")
            let answer = try await reload(world)
            #expect(answer.status == 200)
            #expect(answer.text("former") == before.text("policy"))
            let after = try await world.get("/v1/feed", as: "ben")
            #expect(after.text("policy") == answer.text("policy"))
            #expect(after.text("policy") != before.text("policy"))
            #expect(!after.body.contains("Kettle"))
            #expect(try after.ids.count == 2)
        }
    }

    @Test func `a bad policy is refused with its report, and the old one stays`() async throws {
        let shelf = Shelf()
        try await ServiceWorld.run(policies: shelf.load) { (world: ServiceWorld) async throws in
            try await world.adaShares()
            let before = try await world.get("/v1/feed", as: "ben")
            shelf.replace("raiseHold: 2", with: "raiseHolt: 2")
            let answer = try await reload(world)
            #expect(answer.status == 422)
            #expect(answer.problem == "policy-invalid")
            #expect(answer.text("detail")?.contains("mistake(s), nothing was loaded") == true)
            let report =
                try #require(
                    JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])["report"] as? [String]
            let finding = try #require(report?.first { $0.contains("raiseHolt") })
            #expect(finding.hasPrefix("release.yaml:"))
            #expect(finding.contains("did you mean `raiseHold`?"))
            #expect(try await world.get("/v1/feed", as: "ben").body == before.body)
        }
    }

    @Test func `a wider policy needs saying so, an older one its name`() async throws {
        let shelf = Shelf()
        try await ServiceWorld.run(policies: shelf.load) { (world: ServiceWorld) async throws in
            try await world.adaShares()
            let first = try #require(try await world.get("/v1/feed", as: "ben").text("policy"))
            shelf.replace("month: 72", with: "month: 48")
            let refused = try await reload(world)
            #expect(refused.status == 422)
            #expect(refused.problem == "policy-refused")
            #expect(refused.body.contains("`settle.month` falls from 72 to 48"))
            #expect(try await world.get("/v1/feed", as: "ben").text("policy") == first)
            let allowed = try await reload(world, #"{"allowWidening":true}"#)
            #expect(allowed.status == 200)
            shelf.restore()
            let older = try await reload(world)
            #expect(older.problem == "policy-refused")
            #expect(older.text("detail")?.contains("an older one than") == true)
            #expect(try await reload(world, #"{"revision":"feedfeedfeedfeed"}"#).status == 422)
            // Ticks that come later are no plain narrowing, so the way back needs saying so, too.
            #expect(try await reload(world, #"{"revision":"\#(first)"}"#).status == 422)
            let named = try await reload(world, #"{"revision":"\#(first)","allowWidening":true}"#)
            #expect(named.status == 200)
            #expect(named.text("policy") == first)
            #expect(try await reload(world).text("former") == first)
        }
    }

    @Test func `it is for the operator, and says so when there is nothing to load`() async throws {
        try await ServiceWorld.run { (world: ServiceWorld) async throws in
            #expect(try await reload(world, as: "nobody").status == 401)
            for sender in ["ada", "shop"] { #expect(try await reload(world, as: sender).status == 403) }
            let answer = try await reload(world)
            #expect(answer.status == 409)
            #expect(answer.text("detail")?.contains("the policy is built in") == true)
            #expect(try await reload(world, #"{"allowWidening":1}"#).status == 400)
            #expect(try await reload(world, #"{"force":true}"#).status == 400)
        }
    }
}
