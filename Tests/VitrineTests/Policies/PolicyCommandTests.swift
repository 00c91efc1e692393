import Foundation
import Testing

/// The auditors' commands, as an auditor runs them.
@Suite(.timeLimit(.minutes(30))) struct PolicyCommandTests {
    private static let suite = """
        suite: Friends see hints only
        now: 2026-06-15T00:00:00Z
        people: { ada: {}, ben: {} }
        relations: { friends: [[ada, ben]] }
        consent: { ada: { sharing: 2025-01-01T00:00:00Z, levels: hint } }
        goods: { kettle: { category: hg-11-8-5, title: Kettle, alike: 9 } }
        purchases: { kettle-in-may: { buyer: ada, good: kettle, at: 2026-05-04T10:00:00Z, total: 49.00 EUR } }
        expect: { kettle-in-may: { ben: hint } }
        """

    /// A copy of the shipped policy with the given suite alone.
    private func policies(suite: String = suite) throws -> PolicyDirectory {
        let policies = try PolicyDirectory()
        let tests = policies.path + "/tests"
        try FileManager.default.createDirectory(atPath: tests, withIntermediateDirectories: true)
        try Data(suite.utf8).write(to: URL(filePath: tests + "/hints.yaml"))
        return policies
    }

    private func run(_ words: String..., in policies: PolicyDirectory) async throws -> Program.Outcome {
        try await Program.run(["policy"] + words + ["--policies", policies.path])
    }

    @Test func `a policy that loads is told in a line`() async throws {
        let outcome = try await run("check", in: policies())
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("revision "))
    }

    @Test func `every mistake is told in place, and nothing loads`() async throws {
        let policies = try policies()
        try policies.replace("k: 5", in: "aggregates.yaml", with: "k: five")
        try policies.replace("slots: 4", in: "shop.yaml", with: "slost: 4")
        let outcome = try await Program.run(["policy", "check", policies.path])
        #expect(outcome.exit == .code(6))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("/aggregates.yaml:5:4: error: `k` cannot be `five`"), "\(outcome.errors)")
        #expect(outcome.errors.contains("did you mean `slots`?"), "\(outcome.errors)")
    }

    @Test func `a directory that is not there is told`() async throws {
        let outcome = try await Program.run(["policy", "check", "/nowhere/policies"])
        #expect(outcome.exit == .code(6))
        #expect(outcome.errors.contains("there is no directory `/nowhere/policies`"))
    }

    @Test func `suites that hold pass, in every format`() async throws {
        let policies = try policies()
        #expect(try await run("test", in: policies).exit == .code(0))
        #expect(try await run("test", "--format", "tap", in: policies).output.contains("ok 1"))
        #expect(try await run("test", "--format", "junit", in: policies).output.contains("<testsuites"))
        #expect(try await run("test", "--format", "json", in: policies).output.contains(#""verdict" : "passed""#))
    }

    @Test func `a suite that expects something else fails`() async throws {
        let outcome = try await run(
            "test", in: policies(suite: Self.suite.replacing("ben: hint", with: "ben: category")))
        #expect(outcome.exit == .code(10))
        #expect(outcome.output.contains("hints.yaml:8"), "\(outcome.output)")
    }

    @Test func `a filter that finds nothing is no success`() async throws {
        #expect(try await run("test", "--filter", "elephants", in: policies()).exit == .code(10))
    }

    @Test func `coverage below what was asked for fails`() async throws {
        #expect(try await run("cover", "--at-least", "100", in: policies()).exit == .code(11))
        #expect(try await run("cover", in: policies()).exit == .code(0))
    }

    @Test func `mistakes that no suite notices are listed`() async throws {
        let outcome = try await run("mutate", "--operator", "drop-limit", "--at-least", "100", in: policies())
        #expect(outcome.exit == .code(12))
        #expect(
            outcome.output.contains("limit private-purchases-stay-private: dropped"), "\(outcome.output)")
        #expect(outcome.output.contains("suggested: "))
    }

    @Test func `a broken invariant is shown with its simplest input`() async throws {
        let policies = try policies()
        try policies.replace(
            "when: { minor: true, audience: close-friends }", in: "disclosure.yaml",
            with: "when: { minor: true, audience: friends }")
        let outcome = try await run("prove", in: policies)
        #expect(outcome.exit == .code(13))
        #expect(outcome.output.contains("close-friends"), "\(outcome.output.suffix(2000))")
    }

    @Test func `what becomes wider needs to be allowed`() async throws {
        let policies = try policies()
        try policies.replace("{ goods: 5 }", in: "disclosure.yaml", with: "{ goods: 4 }")
        let words = ["policy", "diff", "built-in", policies.path]
        let refused = try await Program.run(words)
        #expect(refused.exit == .code(14))
        #expect(refused.output.contains("wider"))
        #expect(try await Program.run(words + ["--allow-widening"]).exit == .code(0))
        #expect(try await Program.run(["policy", "diff", policies.path, "built-in"]).exit == .code(0))
    }

    @Test func `overlays narrow the built-in policy`() async throws {
        let overlays = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../policies/overlays").standardized.path(percentEncoded: false)
        let words = ["policy", "check", "--overlay", "\(overlays)/cn", "--overlay", "\(overlays)/us-wa"]
        let outcome = try await Program.run(words)
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(outcome.output.contains("overlay cn"))
    }

    @Test func `the report is one page that needs nothing else`() async throws {
        let outcome = try await run("report", "--html", "-", "--since", "built-in", in: policies())
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("<!doctype html>"))
        #expect(outcome.output.contains("谁能看到一笔购买的什么"))
        #expect(!outcome.output.contains("<script") && !outcome.output.contains("<link"))
    }

    @Test func `an explanation of nobody in particular needs no data`() async throws {
        let words = [
            "policy", "explain", "--audience", "friends", "--category", "hg-11", "--at", "2026-05-04T10:00:00Z",
            "--now",
            "2026-07-01T00:00:00Z",
        ]
        let outcome = try await Program.run(words)
        #expect(outcome.exit == .code(0), "\(outcome.errors)")
        #expect(outcome.output.contains("friends-may-see-ordinary-goods-by-week"))
        #expect(outcome.output.contains(#""value" : "2026-05""#))
    }
}
