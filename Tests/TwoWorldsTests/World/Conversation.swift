/// Asks one world everything that is planned, and notes what comes back.
final class Conversation {
    private struct Reader {
        var visibleIDs: [String] = []
        var mark: String?
        var cursor: String?
    }

    private let world: PlannedWorld
    private let connection: WireConnection
    private let tokens: [String: String]
    private var readers: [String: Reader] = [:]
    private(set) var transcript = Transcript()

    /// `hiddenIDs` are those that the other world's owners have told, where it was asked first.
    init(_ world: PlannedWorld, _ connection: WireConnection, tokens: [String: String], hiddenIDs: [Int: String]) {
        self.world = world
        self.connection = connection
        self.tokens = tokens
        transcript.hiddenIDs = hiddenIDs
    }

    func run() async throws {
        for moment in Timeline.moments.indices {
            transcript.hiddenIDs.merge(try await world.live(moment)) { first, _ in first }
            for request in world.plan.requests where request.moment == moment { try await ask(request) }
        }
    }

    private func ask(_ request: PlannedRequest) async throws {
        let asker = request.asker
        switch request.question {
        case .walk(let limit): try await walk(request, "/v1/feed?limit=\(limit)", isFeed: true)
        case .poll: try await poll(request)
        case .visibleItem(let number):
            let ids = readers[asker]?.visibleIDs ?? []
            if !ids.isEmpty { try await get("/v1/items/\(ids[number % ids.count])", request) }
        case .absentItem(let number): try await get("/v1/items/it_AAAAAAAAAAAAAAAAAAAA\(number)A", request)
        case .hiddenItem(let number):
            let hidden = world.plan.hidden
            let id = hidden.isEmpty ? nil : transcript.hiddenIDs[hidden[number % hidden.count].number]
            try await get("/v1/items/\(id ?? "it_BBBBBBBBBBBBBBBBBBBBBA")", request)
        case .purchases(let handle, let limit):
            try await walk(request, "/v1/people/\(handle)/purchases?limit=\(limit)", isFeed: false)
        case .shop(let handle): try await get("/v1/shops/\(handle)", request)
        case .activity(let handle): try await walk(request, "/v1/shops/\(handle)/activity?limit=2", isFeed: false)
        case .badCursor(let text): try await get("/v1/feed?cursor=\(text)", request)
        case .foreignCursor:
            let other = asker == WorldPlan.viewer ? WorldPlan.companion : WorldPlan.viewer
            if let cursor = readers[other]?.cursor { try await get("/v1/feed?cursor=\(cursor)", request) }
            if let cursor = readers[asker]?.cursor {
                try await get("/v1/people/\(other)/purchases?cursor=\(cursor)", request)
                try await get("/v1/feed?limit=5&cursor=\(cursor)", request)
            }
        case .viewAs(let eyes, let subject):
            let path = "/v1/me/view-as/\(eyes)?of=\(subject)"
            if subject == "shop" { try await get(path, request) } else { try await walk(request, path, isFeed: false) }
        case .plain(let method, let path): try await get(path, request, method: method)
        }
    }

    private func walk(_ request: PlannedRequest, _ path: String, isFeed: Bool) async throws {
        var ids: [String] = []
        var cursor: String?
        repeat {
            let page = try await get(path + (cursor.map { "&cursor=\($0)" } ?? ""), request)
            ids += page.ids
            cursor = page.next
            if isFeed, let cursor { readers[request.asker, default: Reader()].cursor = cursor }
        } while cursor != nil
        if isFeed { readers[request.asker, default: Reader()].visibleIDs = ids }
    }

    private func poll(_ request: PlannedRequest) async throws {
        var path = "/v1/feed?limit=5"
        if let mark = readers[request.asker]?.mark { path += "&since=\(mark)" }
        let page = try await get(path, request)
        readers[request.asker, default: Reader()].mark = page.mark
        if let next = page.next { try await get("/v1/feed?limit=5&cursor=\(next)", request) }
    }

    @discardableResult
    private func get(_ path: String, _ request: PlannedRequest, method: String = "GET") async throws -> WireAnswer {
        let answer = try await connection.send(method, path, token: tokens[request.asker])
        transcript.exchanges.append(
            Exchange(
                eyes: request.eyes, asker: request.asker, moment: request.moment, line: "\(method) \(path)",
                answer: answer))
        return answer
    }
}
