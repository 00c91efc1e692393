import Foundation
import PolicyEngine
import PolicyLab
import Testing

/// Suites that must fail in stated ways, each with the report that says so.
struct RunnerTests {
    private static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: SmallPolicy.folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    @Test func `there are suites that must fail`() {
        #expect(Self.names.count >= 20)
    }

    @Test(arguments: names) func `a suite fails in the stated way`(_ name: String) throws {
        let file = (name: "\(name).yaml", text: try SmallPolicy.text("\(name).yaml"))
        var report: String
        do {
            let set = try SmallPolicy.load(suites: [file])
            let result = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: try SmallPolicy.taxonomy()).run()
            #expect(result.verdict == .testsFailed)
            #expect(!name.hasPrefix("malformed"))
            report = result.text
        } catch let error as InvalidPolicyError {
            #expect(name.hasPrefix("malformed"))
            report = error.diagnostics.map(\.rendered).joined(separator: "\n") + "\n"
        }
        try AcceptedText.check(report, in: SmallPolicy.folder.appending(path: "\(name).txt"))
    }

    @Test(arguments: ["tap", "xml", "json"]) func `a report is well-formed in every format`(_ format: String) throws {
        let names = ["awkward-names", "wrong-disclosure"]
        let set = try SmallPolicy.load(suites: names.map { ("\($0).yaml", try SmallPolicy.text("\($0).yaml")) })
        let report = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: try SmallPolicy.taxonomy()).run()
        let text =
            switch format {
            case "tap": report.tap
            case "xml": report.junit
            default: report.json
            }
        try AcceptedText.check(text, in: SmallPolicy.folder.appending(path: "awkward-names.\(format)"))
    }
}
