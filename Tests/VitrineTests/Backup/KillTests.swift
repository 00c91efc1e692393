import Foundation
import Testing
import VitrineTesting

/// Kills of the built program; `VITRINE_KILLS=1000 swift test --filter KillTests` does more of them.
@Suite(.timeLimit(.minutes(60))) struct KillTests {
    private static let rounds = ProcessInfo.processInfo.environment["VITRINE_KILLS"].flatMap { Int($0) } ?? 50

    /// Runs a command and kills it after a part of the time that it takes; whoever comes too late comes earlier the next
    /// time, as how long it takes depends on what else goes on.
    private func kill(_ arguments: [String], after length: inout Duration, _ round: Int) async throws -> Bool {
        let child = try ChildProcess(
            arguments, input: .nullDevice, output: .nullDevice, errors: .nullDevice)
        // In steps that do not repeat soon.
        try await Task.sleep(for: length * (Double(round * 37 % 101) + 0.5) / 101)
        child.send(SIGKILL)
        let wasKilled = await child.exit == .signal(SIGKILL)
        length = length * (wasKilled ? 1.05 : 0.7)
        return wasKilled
    }

    @Test func `somebody whose erasure is killed is there whole, or gone`() async throws {
        let rehearsal = try await SmallWorld()
        let words = ["erase", "--person", "ben", "--clock", SmallWorld.now, "--data"]
        var length = try await ContinuousClock().measure { try await SmallWorld.done(words + [rehearsal.path]) }
        let gone = try SealedBoxes.records(in: rehearsal.path).count
        var kills = 0
        for round in 0..<Self.rounds {
            let world = try await SmallWorld()
            let whole = try SealedBoxes.records(in: world.path).count
            if try await kill(words + [world.path], after: &length, round) { kills += 1 }
            let shown = try await world.command("visibility", "show", "--person", "ben")
            let left = try SealedBoxes.records(in: world.path).count
            if shown.exit == .code(0) {
                #expect(left == whole, "round \(round)")
            } else {
                #expect(shown.exit == .code(4), "round \(round): \(shown.errors)")
                #expect((gone...gone + 1).contains(left), "round \(round)")
            }
            if round.isMultiple(of: 10) {
                #expect(try await world.command("visibility", "show", "--person", "cleo").exit == .code(0))
            }
        }
        #expect(kills > 0)
    }

    @Test func `a restore that is killed leaves the old or the new database whole`() async throws {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try await world.command("backup", "--out", file).exit == .code(0))
        #expect(try await world.command("visibility", "set", "--person", "ben", "--sharing", "off").exit == .code(0))
        let restore = ["restore", "--data", world.path, "--clock", SmallWorld.now, file]
        var length = try await ContinuousClock().measure { try await SmallWorld.done(restore) }
        var kills = 0
        for round in 0..<Self.rounds {
            if try await kill(restore, after: &length, round) { kills += 1 }
            let shown = try await world.command("visibility", "show", "--person", "ben")
            #expect(shown.exit == .code(0), "round \(round): \(shown.errors)")
            let settings = try JSONDecoder().decode(JSONNode.self, from: Data(shown.output.utf8))
            #expect(settings["sharing"]["on"] == .boolean(false), "round \(round)")
            let names = try FileManager.default.contentsOfDirectory(atPath: world.path)
            #expect(!names.contains { $0.contains("restor") }, "round \(round): \(names)")
        }
        #expect(kills > 0)
    }

    @Test func `a backup that is killed leaves no file of its name, or a whole one`() async throws {
        let world = try await SmallWorld()
        let file = world.path + ".backup"
        defer { for path in [file, file + ".partial"] { try? FileManager.default.removeItem(atPath: path) } }
        let backup = ["backup", "--data", world.path, "--clock", SmallWorld.now, "--out", file]
        var length = try await ContinuousClock().measure { try await SmallWorld.done(backup) }
        var kills = 0
        for round in 0..<Self.rounds {
            try? FileManager.default.removeItem(atPath: file)
            if try await kill(backup, after: &length, round) { kills += 1 }
            guard FileManager.default.fileExists(atPath: file) else { continue }
            #expect(try await world.command("restore", "--verify-only", file).exit == .code(0), "round \(round)")
        }
        #expect(kills > 0)
        try? FileManager.default.removeItem(atPath: file)
        #expect(try await Program.run(backup).exit == .code(0))
    }
}
