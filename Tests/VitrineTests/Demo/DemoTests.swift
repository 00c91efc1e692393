import Foundation
import Testing
import VitrineTesting

@testable import vitrine

@Suite(.timeLimit(.minutes(30))) struct DemoTests {
    @Test func `everybody is introduced with a line that works`() async throws {
        let visit = try await DemoVisit.first.value
        #expect(visit.visitors.count == 12)
        for visitor in visit.visitors { #expect(visitor.status == 200, "\(visitor.handle)") }
        #expect(visit.introduction.contains("curl -s -X DELETE"))
        #expect(visit.introduction.contains("/healthz"))
    }

    @Test func `what Ada reads is worth reading`() async throws {
        let visit = try await DemoVisit.first.value
        let ada = try #require(visit.visitors.first { $0.handle == "ada" })
        let first = ada.items.prefix(50)
        #expect(first.count >= 20)
        #expect(first.count { $0["price"]["precision"].text == "band" } >= 5)
        #expect(Set(first.compactMap { $0["kind"].text }) == ["purchase", "pick", "shop"])
        #expect(Set(first.compactMap { $0["actor"]["handle"].text }).count >= 4)
        #expect(Set(first.compactMap { $0["product"]["precision"].text }).isSuperset(of: ["exact", "category"]))
    }

    @Test func `nobody reads of those who share nothing, and not of strangers`() async throws {
        let visit = try await DemoVisit.first.value
        for visitor in visit.visitors {
            let actors = Set(visitor.items.compactMap { $0["actor"]["handle"].text })
            #expect(actors.isDisjoint(with: ["fei", "gus", "hana", visitor.handle]), "\(visitor.handle): \(actors)")
        }
        let ivo = try #require(visit.visitors.first { $0.handle == "ivo" })
        #expect(!ivo.items.contains { $0["actor"]["handle"].text == "cleo" })
        #expect(!ivo.pages.contains { $0.contains("cleo") })
    }

    @Test func `goods that are withheld stand in their owner's ledger and in no feed`() async throws {
        let visit = try await DemoVisit.first.value
        let ids = Set(DemoSample.withheld.map(\.id))
        let owned = visit.visitors.flatMap(\.ledger).compactMap { $0["product"]["id"].text }.filter(ids.contains)
        #expect(Set(owned).count >= 10)
        let telling = try SensitiveWords.ofTheDemo()
        for visitor in visit.visitors {
            for page in visitor.pages {
                let found = telling.found(in: page)
                #expect(found.isEmpty, "\(visitor.handle) reads \(found)")
            }
        }
    }

    @Test func `the words that are looked for would be found in the ledgers`() throws {
        let telling = try SensitiveWords.ofTheDemo()
        for good in DemoSample.withheld where good.id != "misc-mystery" {
            #expect(!telling.found(in: good.en).isEmpty, "\(good.en)")
        }
        #expect(telling.found(in: "a returned bible-paper page").isEmpty == false)
        #expect(telling.found(in: "returned, scandalous, Stockholm").isEmpty)
    }

    @Test func `SIGINT ends the demo and leaves nothing behind`() async throws {
        let visit = try await DemoVisit.first.value
        #expect(visit.exit == .code(0))
        #expect(visit.remains.isEmpty)
    }

    @Test func `SIGTERM ends the demo and leaves nothing behind`() async throws {
        let temporary = try TemporaryDirectory()
        try await ServerProcess.with(["demo", "--port", "0"], environment: ["TMPDIR": temporary.path]) { server in
            let line = try #require(server.introduction.first { $0.contains("-X DELETE") })
            let parts = try #require(line.firstMatch(of: /Bearer ([^']+)' 'http:\/\/[^\/]+(\/[^']+)'/))
            let answer = try await server.client(String(parts.1)).send("DELETE", String(parts.2))
            #expect(answer.status == 204)
            #expect(await server.stop(SIGTERM) == .code(0))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
    }
}
