import Foundation
import Testing
import VitrineTesting

/// Other programs open the databases of a server, which erases, acknowledges narrowings and is killed.
///
/// `VITRINE_KILLS=200 swift test --filter OutsideReaderTests` does more rounds of it.
@Suite(
    .timeLimit(.minutes(60)), .enabled(if: OutsideProgram.isThere, "there is no python3 with SQLite"))
struct OutsideReaderTests {
    private static let rounds = ProcessInfo.processInfo.environment["VITRINE_KILLS"].flatMap { Int($0) } ?? 6

    /// What Ada sees of Ben.
    private func visible(to client: APIClient) async throws -> Set<String> {
        Set(try await client.items("/v1/people/ben/purchases").compactMap { $0["id"].text })
    }

    /// Each round erases somebody, lets another program in, hides purchases while more of them come, and kills the server.
    @Test func `no acknowledged narrowing is lost beside readers, writers and copies`() async throws {
        var world = try await SmallWorld()
        var hidden: Set<String> = []
        var count = 0
        for round in 0..<Self.rounds {
            if hidden.count > 18 { (world, hidden) = (try await SmallWorld(), []) }
            let (path, ada, ben) = (world.path, try world.token("ada"), try world.token("ben"))
            let known = hidden
            let narrowed = try await world.serve { server in
                let sees = try await visible(to: server.client(ada))
                #expect(sees.isDisjoint(with: known), "round \(round)")
                let person = "guest-\(round)"
                try await SmallWorld.done(
                    ["import", "people", "--format", "csv", "-", "--data", path],
                    input: "handle,name\n\(person),\(person)\n")
                try await SmallWorld.done(
                    round.isMultiple(of: 2)
                        ? ["erase", "--person", person, "--data", path] : ["erase", "expired", "--data", path])
                #expect(try OutsideProgram.run(OutsideProgram.reader, in: path))
                let beside = Task.detached {
                    try OutsideProgram.run(OutsideProgram.all[round % OutsideProgram.all.count], in: path)
                }
                var narrowed: Set<String> = []
                for id in sees.sorted().prefix(3) {
                    let answer = try await server.client(ben).send(
                        "PUT", "/v1/me/purchases/\(id)/visibility", #"{"visibility": "hidden"}"#)
                    if answer.status == 200 || answer.status == 204 { narrowed.insert(id) }
                }
                #expect(try await beside.value, "round \(round)")
                #expect(narrowed.count == 3, "round \(round)")
                #expect(await server.stop(SIGKILL) == .signal(SIGKILL))
                return narrowed
            }
            hidden.formUnion(narrowed)
            count += narrowed.count
            let isSound = try await world.command("doctor")
            #expect(isSound.exit == .code(0), "round \(round): \(isSound.output)")
            let shown = try await world.serve { try await visible(to: $0.client(ada)) }
            #expect(shown.isDisjoint(with: hidden), "round \(round)")
            #expect(shown.count == 23 - hidden.count, "round \(round)")
        }
        #expect(count == 3 * Self.rounds)
    }
}
