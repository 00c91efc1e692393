import Foundation
import Testing

/// Sixty-four writers on shops and picks, and a server that is killed under them; `VITRINE_WRITING_SECONDS` says for how long.
@Suite(.timeLimit(.minutes(30))) struct WritersTests {
    private static let seconds =
        ProcessInfo.processInfo.environment["VITRINE_WRITING_SECONDS"].flatMap { Double($0) } ?? 6
    private static let secondsOfRound = 2.0
    private static let rounds = max(2, Int(seconds / secondsOfRound))
    private static let owners = (0..<16).map { "owner-\($0)" }
    private static let writers = 64
    private static let slots = 1...4

    /// What one writer asked for and was answered in one round.
    private struct Written {
        /// The number of the last name that was acknowledged, and of the last that was asked for.
        var acknowledged = -1
        var asked = -1
        /// By slot, the good that was asked for, and whether that was acknowledged.
        var picks: [Int: (good: String, isAcknowledged: Bool)] = [:]
        var strange: [Int] = []
    }

    private static func goods(of round: Int, _ writer: Int, _ slot: Int) -> String {
        // Nobody else's and of no other round: who puts the good that lies there already is answered like the winner.
        "good-\(writer)-\(slot)-\(round)"
    }

    private func furnish(_ world: SmallWorld) async throws -> [String] {
        func imported(_ kind: String, _ header: String, _ rows: [String]) async throws {
            let words = ["import", kind, "--data", world.path, "--clock", SmallWorld.beginning, "--format", "csv", "-"]
            try await SmallWorld.done(words, input: ([header] + rows).joined(separator: "\n") + "\n")
        }
        try await imported("people", "handle,name", Self.owners.map { "\($0),\($0)" })
        let goods = (0..<Self.writers).flatMap { writer in
            Self.slots.flatMap { slot in (0..<Self.rounds).map { Self.goods(of: $0, writer, slot) } }
        }
        try await imported(
            "products", "id,title,category,brand,price,currency", goods.map { "\($0),Tea \($0),fb-1-14,Yunwu,9.00,CNY" }
        )
        var tokens: [String] = []
        for owner in Self.owners {
            let issued = try await SmallWorld.done([
                "token", "issue", "--data", world.path, "--clock", SmallWorld.intake, "--scope", "shop:write,feed:read",
                "--person", owner,
            ])
            tokens.append(issued.trimmingCharacters(in: .newlines))
        }
        return tokens
    }

    /// Writes until the server is gone.
    private static func write(_ writer: Int, _ round: Int, to client: APIClient) async -> Written {
        var written = Written()
        do {
            while true {
                written.asked += 1
                let name = #"{"name":"\#(writer)-\#(round)-\#(written.asked)","open":true}"#
                let front = try await client.send("PUT", "/v1/me/shop", name)
                if front.status == 204 {
                    written.acknowledged = written.asked
                } else {
                    written.strange.append(front.status)
                }
                guard let slot = slots.first(where: { written.picks[$0] == nil }) else { continue }
                let good = goods(of: round, writer, slot)
                written.picks[slot] = (good, false)
                let pick = try await client.send("PUT", "/v1/me/picks/\(slot)", #"{"product":"\#(good)"}"#)
                // The slot is another's by now.
                if pick.status == 409 { continue }
                if pick.status == 204 {
                    written.picks[slot] = (good, true)
                } else {
                    written.strange.append(pick.status)
                }
            }
        } catch {
            // The connection ended unanswered: what was asked for last may have been done, or not.
            return written
        }
    }

    @Test func `what is acknowledged to sixty-four writers is there after every kill, and each slot has one winner`()
        async throws
    {
        let world = try await SmallWorld()
        let tokens = try await furnish(world)
        var names: [String?] = Array(repeating: nil, count: Self.owners.count)
        var windows: [[Int: String]] = Array(repeating: [:], count: Self.owners.count)
        var acknowledged = 0
        for round in 0..<Self.rounds {
            // Locks of the round before have ended.
            let day = Date(timeIntervalSince1970: 1_782_864_000 + Double(round) * 4 * 86_400)
            let clock = day.formatted(.iso8601)
            let written = try await world.serve(at: clock) { server in
                await withTaskGroup { group in
                    for writer in 0..<Self.writers {
                        let client = server.client(tokens[writer % tokens.count])
                        group.addTask { (writer, await Self.write(writer, round, to: client)) }
                    }
                    try? await Task.sleep(for: .seconds(Self.secondsOfRound))
                    server.child.send(SIGKILL)
                    return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
                }
            }
            try await world.serve(at: clock) { server in
                for (number, token) in tokens.enumerated() {
                    let shop = try await server.client(token).get("/v1/me/shop").json
                    let mine = (0..<Self.writers).filter { $0 % tokens.count == number }.compactMap { writer in
                        written[writer].map { (writer: writer, written: $0) }
                    }
                    try check(shop, mine, round, &names[number], &windows[number])
                    acknowledged += mine.reduce(0) { $0 + $1.written.acknowledged + 1 }
                }
            }
            let doctor = try await Program.run(["doctor", "--data", world.path, "--clock", clock])
            #expect(doctor.exit == .code(0), "round \(round): \(doctor.errors)")
        }
        print("writers: \(acknowledged) fronts acknowledged")
        #expect(acknowledged > Self.writers)
    }

    private func check(
        _ shop: JSONNode, _ mine: [(writer: Int, written: Written)], _ round: Int, _ name: inout String?,
        _ window: inout [Int: String]
    ) throws {
        #expect(mine.allSatisfy { $0.written.strange.isEmpty }, "\(mine.map(\.written.strange))")
        if let found = shop["name"].text {
            let parts = found.split(separator: "-").compactMap { Int($0) }
            if found == name {
                // Nobody's name took its place, so none was acknowledged.
                #expect(mine.allSatisfy { $0.written.acknowledged < 0 })
            } else {
                let last = try #require(mine.first { $0.writer == parts.first })
                #expect(parts.count == 3 && parts[1] == round)
                #expect((last.written.acknowledged...last.written.asked).contains(parts[2]), "\(found)")
            }
            name = found
        } else {
            #expect(mine.allSatisfy { $0.written.acknowledged < 0 } && name == nil)
        }
        var after: [Int: String] = [:]
        for pick in shop["picks"].array {
            guard case .number(let slot) = pick["slot"], let good = pick["product"]["id"].text else { continue }
            #expect(after[Int(slot)] == nil)
            after[Int(slot)] = good
        }
        #expect(Set(after.values).count == after.count)
        for slot in Self.slots {
            let winners = mine.filter { $0.written.picks[slot]?.isAcknowledged == true }
            #expect(winners.count <= 1, "slot \(slot) of round \(round)")
            if let winner = winners.first {
                #expect(after[slot] == winner.written.picks[slot]?.good)
            } else {
                let asked = mine.compactMap { $0.written.picks[slot]?.good }
                #expect(after[slot] == window[slot] || after[slot].map(asked.contains) == true)
            }
        }
        window = after
    }
}
