import Foundation
import Testing
import VitrineTesting

@testable import vitrine

/// Kills the program at many points of rotations and re-sealings.
///
/// `VITRINE_KILLS` in the environment says how often; fifty times unless told otherwise.
@Suite(.timeLimit(.minutes(60))) struct KilledKeysTests {
    private static let people = (1...60).map { "extra-\($0)" }

    private static var rounds: Int {
        ProcessInfo.processInfo.environment["VITRINE_KILLS"].flatMap(Int.init) ?? 50
    }

    /// Sixty people more, with twelve purchases each, so that it takes several writes.
    private func furnish(_ world: SmallWorld) async throws {
        let people = Self.people.map { "\($0),\($0)\n" }.joined()
        let rows = Self.people.flatMap { name in
            (1...12).map {
                "\(name)-\($0),1,\(name),\($0 == 5 ? "private-1" : "tea-\($0 % 8)"),1,51.20,CNY,2026-03-01T10:\(10 + $0):00\n"
            }
        }
        for (kind, table) in [
            ("people", "handle,name\n" + people),
            ("purchases", "order,line,buyer,product,quantity,total,currency,at\n" + rows.joined()),
        ] {
            let outcome = try await Program.run(
                ["import", kind, "--data", world.path, "--clock", SmallWorld.intake, "--format", "csv", "-"],
                input: table)
            try #require(outcome.exit == .code(0), "\(outcome.errors)")
        }
    }

    @Test func `killed at any point, everything opens exactly once`() async throws {
        let world = try await SmallWorld()
        try await furnish(world)
        let before = try await KeysCommandTests.reading(world)
        let count = try SealedBoxes.records(in: world.path).count
        func start(_ verb: String) throws -> ChildProcess {
            try ChildProcess(
                ["keys", verb, "--data", world.path, "--clock", SmallWorld.now], input: .nullDevice,
                output: .nullDevice, errors: .nullDevice)
        }
        var lengths: [String: Duration] = [:]
        for verb in ["rotate", "reseal"] {
            lengths[verb] = try await ContinuousClock().measure {
                let exit = try await start(verb).exit
                #expect(exit == .code(0))
            }
        }
        var kills = 0
        for round in 0..<Self.rounds {
            let verb = round.isMultiple(of: 3) ? "rotate" : "reseal"
            let child = try start(verb)
            // From the beginning to the end and a little beyond, in steps that do not repeat soon.
            let share = Double(round * 37 % 101) / 100
            try await Task.sleep(for: (lengths[verb] ?? .zero) * (0.15 + 0.9 * share))
            child.send(SIGKILL)
            // Whoever came too late comes earlier the next time: how long it takes depends on what else goes on.
            let wasKilled = await child.exit == .signal(SIGKILL)
            lengths[verb] = (lengths[verb] ?? .zero) * (wasKilled ? 1.05 : 0.7)
            if wasKilled { kills += 1 }
            let status = try await world.command("keys", "status", "--json")
            try #require(status.exit == .code(0), "round \(round), \(verb): \(status.errors)")
            let report = try JSONDecoder().decode(KeyReport.self, from: Data(status.output.utf8))
            #expect(report.owners == 64 && report.records == count, "round \(round), \(verb)")
        }
        #expect(kills > 0)
        #expect(try await start("reseal").exit == .code(0))
        #expect(try await start("rotate").exit == .code(0))
        let status = try await world.command("keys", "status", "--json")
        let report = try JSONDecoder().decode(KeyReport.self, from: Data(status.output.utf8))
        #expect(report.pendingRecords == 0 && report.pendingOwners == 0 && !report.isResealing)
        #expect(try SealedBoxes.records(in: world.path).count == count)
        #expect(try await KeysCommandTests.reading(world) == before)
        #expect(try await world.command("doctor").exit == .code(0))
    }
}
