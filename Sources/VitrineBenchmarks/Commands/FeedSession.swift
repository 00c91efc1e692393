import NIOCore
import NIOPosix

/// The real server, the ready body beside it, and the requests of the viewers.
final class FeedSession {
    let world: BenchWorld
    let server: ChildServer
    let ready: ChildServer
    let loop: any EventLoop
    /// For what goes on beside a load, so that it does not wait for it.
    let besideLoop: any EventLoop
    let hotViewer: Int
    let bodyBytes: Int
    private var viewers: [ByteBuffer] = []
    /// To the ready body, of the length of a real one.
    let readyRequests: [ByteBuffer]
    /// How many of the next hot requests one token is good for; the server allows 600 a minute.
    private static let requestsAToken = 590

    init(_ world: BenchWorld, _ program: Program, viewer: String?, loops: any EventLoopGroup) async throws {
        self.world = world
        (loop, besideLoop) = (loops.next(), loops.next())
        guard let hot = viewer.flatMap({ world.people.firstIndex(of: $0) }) ?? world.hotViewer else {
            throw BenchFailure("nobody in this world sees anything")
        }
        hotViewer = hot
        server = try ChildServer.vitrine(program, world)
        do {
            let token = try await TokenIssuing(folder: world.folder)
                .issue(for: [world.people[hot]], scopes: ["feed:read"])[0]
            readyRequests = [RequestText.get("/v1/feed", token: token)]
            let conversation = Conversation(port: server.port, on: loop)
            let answer = try await conversation.insist(readyRequests[0])
            try await conversation.close()
            bodyBytes = answer.head.bodyLength
            ready = try ChildServer.ready(answer.head)
        } catch {
            server.stop()
            throw error
        }
    }

    func stop() {
        server.stop()
        ready.stop()
    }

    /// Enough requests of the hot viewer for so many answers, one token after the other.
    func hotRequests(for answers: Double) async throws -> [ByteBuffer] {
        let count = max(8, Int((answers / Double(Self.requestsAToken)).rounded(.up)))
        return try await TokenIssuing(folder: world.folder)
            .issue(for: Array(repeating: world.people[hotViewer], count: count), scopes: ["feed:read"])
            .map { RequestText.get("/v1/feed", token: $0) }
    }

    /// One request of everybody who has friends, or of the first of them.
    func everybody(atMost limit: Int = .max) async throws -> [ByteBuffer] {
        if viewers.isEmpty {
            let people = world.people.indices.filter { !world.friends[$0].isEmpty }.prefix(limit).map {
                world.people[$0]
            }
            viewers = try await TokenIssuing(folder: world.folder).issue(for: people, scopes: ["feed:read"])
                .map { RequestText.get("/v1/feed", token: $0) }
        }
        return viewers
    }

    /// Runs a load and takes down what it came to.
    func round(_ plan: LoadPlan, on child: ChildServer) async throws -> Measured.Round {
        let before = try ProcessUse(of: child.processID)
        let outcome = try await LoadRun.run(plan, on: loop)
        let used = try ProcessUse(of: child.processID).processorSeconds - before.processorSeconds
        return Measured.Round(
            perSecond: outcome.perSecond, p50: outcome.milliseconds(50), p99: outcome.milliseconds(99),
            p999: outcome.milliseconds(99.9), slowest: outcome.milliseconds(100),
            serverMicroseconds: used * 1e6 / Double(max(1, outcome.answers)), answers: outcome.answers,
            refused: outcome.refused.values.reduce(0, +), cutOff: outcome.cutOff)
    }

    func memory(_ moment: String) throws -> FeedReport.Memory {
        let use = try ProcessUse(of: server.processID)
        return FeedReport.Memory(
            moment: moment, residentMB: Double(use.residentKB) / 1024, peakMB: Double(use.peakKB) / 1024,
            anonymousMB: Double(use.anonymousKB) / 1024)
    }
}
