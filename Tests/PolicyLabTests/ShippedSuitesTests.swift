import Foundation
import PolicyEngine
import PolicyLab
import Testing

/// The suites that ship with the policy, as `vitrine policy test` runs them.
struct ShippedSuitesTests {
    /// The names of the files, which are there before anything is loaded.
    private static let files =
        ((try? FileManager.default.contentsOfDirectory(atPath: ShippedPolicy.directory + "/tests")) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    private static let loaded = Result { try ShippedPolicy.load() }

    @Test func `there are shipped suites`() {
        #expect(!Self.files.isEmpty)
    }

    @Test func `policy and suites load`() {
        do {
            _ = try Self.loaded.get()
        } catch let error as InvalidPolicyError {
            Issue.record(Comment(rawValue: error.diagnostics.map(\.rendered).joined(separator: "\n")))
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: files) func `a suite holds`(_ file: String) throws {
        let set = try Self.loaded.get()
        let suites = set.suites.filter { $0.location.file.hasSuffix("/tests/\(file)") }
        #expect(suites.count == 1)
        let runner = SuiteRunner(suites: suites, policy: set.policy, taxonomy: try ShippedPolicy.taxonomy())
        let report = runner.run()
        #expect(report.verdict == .passed, Comment(rawValue: report.text))
    }
}
