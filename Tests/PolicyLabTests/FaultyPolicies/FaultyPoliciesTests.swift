import Foundation
import PolicyEngine
import PolicyLab
import Testing

/// What a hurried operator does to the shipped policy, and whether anybody notices.
struct FaultyPoliciesTests {
    private static let desk = Result { try FaultyPolicyDesk() }
    /// All of them take minutes; without `VITRINE_FULL` one of nine is tried.
    private static let isFull = ProcessInfo.processInfo.environment["VITRINE_FULL"] != nil

    private static func chosen(_ edits: [FaultyEdit]) -> [FaultyEdit] {
        isFull ? edits : edits.indices.filter { $0.isMultiple(of: 9) }.map { edits[$0] }
    }

    @Test func `there are a hundred faulty policies, each of its own kind`() {
        #expect(FaultyEdit.all.count >= 100)
        #expect(Set(FaultyEdit.all.map(\.intention)).count == FaultyEdit.all.count)
        #expect(Set(FaultyEdit.all.map { [$0.file, $0.old, $0.new] }).count == FaultyEdit.all.count)
        #expect(
            Set(FaultyEdit.all.map(\.file)) == [
                "aggregates.yaml", "disclosure.yaml", "release.yaml", "sensitive.yaml", "shop.yaml", "sources.yaml",
            ])
    }

    @Test func `every edit finds its place in the policy that ships`() throws {
        let desk = try Self.desk.get()
        let lost = FaultyEdit.all.filter { edit in
            desk.files.first { $0.name == edit.file }?.text.ranges(of: edit.old).count != 1
        }
        #expect(lost.map(\.intention) == [])
    }

    @Test func `check, test or prove notices at least ninety-nine of a hundred faulty policies`() async throws {
        let desk = try Self.desk.get()
        let edits = FaultyEdit.all.filter { desk.hasCompleteSuites || !$0.needsCompleteSuites }
        let found = try await desk.check(Self.chosen(edits), width: 2)
        let table = found.map { "\($0.edit.intention): \($0.catch.words)" }.joined(separator: "\n")
        let missed = found.filter { $0.catch == .nothing }
        #expect(found.count >= (Self.isFull ? 100 : 10))
        #expect(missed.count * 100 <= found.count, Comment(rawValue: table))
        var counts = (check: 0, test: 0)
        for one in found {
            switch one.catch {
            case .check: counts.check += 1
            case .test: counts.test += 1
            case .prove, .nothing: break
            }
        }
        let fewest = Self.isFull ? 20 : 2
        #expect(counts.check >= fewest && counts.test >= fewest, Comment(rawValue: table))
        if Self.isFull { print("faulty policies: \(found.count), \(counts), missed \(missed.count)") }
    }

    /// What the suites notice too, prove notices without them.
    @Test(.serialized, arguments: chosen(FaultyEdit.all.filter { $0.breaks != nil }))
    func `prove alone notices what breaks an invariant`(_ edit: FaultyEdit) throws {
        let desk = try Self.desk.get()
        let set = try desk.load(edit)
        let invariants = set.invariants.filter { $0.id == edit.breaks }
        try #require(invariants.count == 1)
        #expect(desk.proof(of: PolicySet(policy: set.policy, invariants: invariants)) == edit.breaks)
    }
}
