import Foundation
import Testing
import VitrineTesting

/// Kills the program in the middle of ticks; `VITRINE_KILLS` in the environment says how often.
@Suite(.timeLimit(.minutes(60))) struct KilledTicksTests {
    private static let rounds = ProcessInfo.processInfo.environment["VITRINE_KILLS"].flatMap { Int($0) } ?? 20
    private static let buyers = (1...40).map { "buyer-\($0)" }
    private static let begun = "2026-01-20T00:00:00Z"
    private static let ticked = "2026-09-10T00:00:00Z"

    /// Ben's shop with forty friends, who let him know what they buy, and bought through it in February and in March; no tick since January.
    private static func furnished() async throws -> [String: Data] {
        let world = try await SmallWorld()
        func done(_ words: [String], at clock: String, input: String? = nil) async throws {
            try await SmallWorld.done(words + ["--data", world.path, "--clock", clock], input: input)
        }
        func imported(_ kind: String, _ header: String, at clock: String, _ rows: [String]) async throws {
            let table = ([header] + rows).joined(separator: "\n") + "\n"
            try await done(["import", kind, "--format", "csv", "-"], at: clock, input: table)
        }
        try await done(["shop", "set", "--person", "ben", "--name", "Ben"], at: SmallWorld.beginning)
        try await imported("people", "handle,name", at: SmallWorld.beginning, buyers.map { "\($0),\($0)" })
        try await imported("friendships", "a,b", at: SmallWorld.beginning, buyers.map { "\($0),ben" })
        try await done(["board"], at: begun)
        try await done(
            ["visibility", "set", "--format", "csv", "--file", "-"], at: begun,
            input: "person,sharing,since,levels,close_friends\n"
                + buyers.map { "\($0),on,\(SmallWorld.beginning),close-friends:ordinary=full,ben\n" }.joined())
        for month in ["2026-02", "2026-03"] {
            let rows = buyers.map { "\($0)-\(month),1,\($0),tea-1,1,5000.00,CNY,\(month)-05T10:00:00,ben" }
            try await imported(
                "purchases", "order,line,buyer,product,quantity,total,currency,at,shop", at: "\(month)-10T00:00:00Z",
                rows)
        }
        return try DirectoryContents.read(world.path)
    }

    private func insights(_ path: String) -> [String] {
        ["insights", "--as", "ben", "--json", "--data", path, "--clock", Self.ticked]
    }

    @Test func `a tick that is killed is made once, whole, and comes to the same`() async throws {
        let files = try await Self.furnished()
        let directory = try TemporaryDirectory()
        let undisturbed = directory.path("undisturbed")
        try DirectoryContents.write(files, to: undisturbed)
        let length = try await ContinuousClock().measure { try await SmallWorld.done(insights(undisturbed)) }
        let expected = try await SmallWorld.done(insights(undisturbed))
        let told = try JSONDecoder().decode(JSONNode.self, from: Data(expected.utf8))["insights"]
        // Two months of forty times 5,000 yuan, of which three hundredths are earned.
        #expect(told["commissions"].array.map { $0["amount"] } == [.number(600_000), .number(600_000)])
        #expect(told["epoch"].text == "2026-09-09")
        let boxes = try SealedBoxes.records(in: undisturbed).count
        var kills = 0
        var reach = length
        for round in 0..<Self.rounds {
            let path = directory.path("killed-\(round)")
            try DirectoryContents.write(files, to: path)
            // Some are killed again and again until they come to their end.
            for attempt in 0...(round % 3) {
                let child = try ChildProcess(
                    insights(path), input: .nullDevice, output: .nullDevice, errors: .nullDevice)
                try await Task.sleep(for: reach * (0.1 + 0.9 * Double((round + 7 * attempt) * 37 % 101) / 100))
                child.send(SIGKILL)
                let wasKilled = await child.exit == .signal(SIGKILL)
                reach = reach * (wasKilled ? 1.05 : 0.7)
                if wasKilled { kills += 1 }
            }
            #expect(try await SmallWorld.done(insights(path)) == expected, "round \(round)")
            #expect(try SealedBoxes.records(in: path).count == boxes, "round \(round)")
            let doctor = try await Program.run(["doctor", "--data", path, "--clock", Self.ticked])
            #expect(doctor.exit == .code(0), "round \(round): \(doctor.errors)")
        }
        #expect(kills > 0)
    }
}
