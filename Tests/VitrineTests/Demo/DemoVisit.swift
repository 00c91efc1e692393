import Foundation
import Testing
import VitrineTesting

@testable import vitrine

/// One run of the demo, looked at through everybody's eyes and stopped.
struct DemoVisit {
    struct Visitor {
        let handle: String
        /// The status of the answer to the printed line.
        let status: Int
        /// Every page of the feed, as sent.
        let pages: [String]
        let items: [JSONNode]
        let ledger: [JSONNode]
    }

    let introduction: String
    let visitors: [Visitor]
    let exit: ChildProcess.Exit
    /// What it left behind in the directory for temporary files.
    let remains: [String]

    /// Made once, for all tests that look at it.
    static let first = Task<DemoVisit, any Error> { try await DemoVisit() }

    private init() async throws {
        let temporary = try TemporaryDirectory()
        var exit = ChildProcess.Exit.code(-1)
        (introduction, visitors) = try await ServerProcess.with(
            ["demo", "--port", "0"], environment: ["TMPDIR": temporary.path]
        ) { server in
            let during = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
            #expect(during.count == 1)
            var visitors: [Visitor] = []
            for person in DemoSample.people {
                visitors.append(try await Self.visit(person.handle, server))
            }
            exit = await server.stop(SIGINT)
            return (server.introduction.joined(separator: "\n"), visitors)
        }
        self.exit = exit
        remains = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    }

    private static func visit(_ handle: String, _ server: ServerProcess) async throws -> Visitor {
        let place = try #require(server.introduction.firstIndex { $0.contains("(\(handle)):") })
        let line = server.introduction[place + 1]
        let command = #/curl -s -H 'Authorization: Bearer (vt_[A-Za-z0-9_-]+)' 'http://127.0.0.1:([0-9]+)(/[^']+)'/#
        let parts = try #require(line.firstMatch(of: command))
        #expect(Int(parts.2) == server.port)
        let client = server.client(String(parts.1))
        let status = try await client.get(String(parts.3)).status
        var (pages, items): ([String], [JSONNode]) = ([], [])
        var cursor: String?
        repeat {
            let answer = try await client.get("/v1/feed?limit=50" + (cursor.map { "&cursor=\($0)" } ?? ""))
            pages.append(String(decoding: answer.body, as: UTF8.self))
            let page = try answer.json
            items += page["items"].array
            cursor = page["next"].text
        } while cursor != nil
        return Visitor(
            handle: handle, status: status, pages: pages, items: items,
            ledger: try await client.items("/v1/me/purchases"))
    }
}
