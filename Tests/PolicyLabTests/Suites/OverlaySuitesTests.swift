import Foundation
import PolicyEngine
import PolicyLab
import Testing

/// The suites that ship with overlays, as `vitrine policy test --overlay` runs them.
struct OverlaySuitesTests {
    /// The names of the overlays, which are there before anything is loaded.
    private static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: ShippedPolicy.directory + "/overlays")) ?? []).sorted()

    private static func set(_ names: [String]) throws -> PolicySet {
        try PolicyLoader(digest: ShippedPolicy.digest).load(
            PolicyFiles(directory: ShippedPolicy.directory), taxonomy: ShippedPolicy.taxonomy(),
            overlays: names.map { try PolicyFiles(directory: "\(ShippedPolicy.directory)/overlays/\($0)") })
    }

    @Test func `there are shipped overlays`() {
        #expect(!Self.names.isEmpty)
    }

    @Test(arguments: names) func `the suites of an overlay hold under it`(_ name: String) throws {
        do {
            let set = try Self.set([name])
            #expect(!set.suites.isEmpty)
            #expect(set.suites.allSatisfy { $0.location.file.contains("/overlays/\(name)/tests/") })
            let report = SuiteRunner(
                suites: set.suites, policy: set.policy, taxonomy: try ShippedPolicy.taxonomy()
            ).run()
            #expect(report.verdict == .passed, Comment(rawValue: report.text))
        } catch let error as InvalidPolicyError {
            Issue.record(Comment(rawValue: error.diagnostics.map(\.rendered).joined(separator: "\n")))
        }
    }

    /// A suite speaks of what its own overlay narrows, so that it holds where others narrow more.
    @Test func `the suites of all overlays hold under all of them`() throws {
        let set = try Self.set(Self.names)
        let report = SuiteRunner(
            suites: set.suites, policy: set.policy, taxonomy: try ShippedPolicy.taxonomy()
        ).run()
        #expect(report.verdict == .passed, Comment(rawValue: report.text))
    }

    @Test(arguments: names) func `without the overlay its suites fail`(_ name: String) throws {
        let plain = try ShippedPolicy.load()
        for suite in try Self.set([name]).suites {
            let report = SuiteRunner(
                suites: [suite], policy: plain.policy, taxonomy: try ShippedPolicy.taxonomy()
            ).run()
            #expect(report.verdict != .passed, Comment(rawValue: suite.name))
        }
    }

    @Test(arguments: names) func `every change that an overlay makes fails a suite of it when taken back`(
        _ name: String
    ) throws {
        let set = try Self.set([name])
        let plain = try ShippedPolicy.load().policy
        let taxonomy = try ShippedPolicy.taxonomy()
        func isNoticed(_ policy: Policy) -> Bool {
            SuiteRunner(suites: set.suites, policy: policy, taxonomy: taxonomy).run().verdict != .passed
        }
        for known in plain.classes where set.policy.tier(of: known.code) != known.tier {
            #expect(isNoticed(set.policy.replacing(tiers: [known.code: known.tier])), "the tier of \(known.id)")
        }
        let own = set.policy.rules.filter { rule in !plain.rules.contains { $0.id == rule.id } }
        for rule in own {
            #expect(isNoticed(set.policy.replacing(rules: set.policy.rules.filter { $0.id != rule.id })), "\(rule.id)")
        }
    }
}
