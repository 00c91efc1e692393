import ArgumentParser
import Domain
import Foundation
import PolicyEngine
import PolicyLab

/// Writes the policy for people who do not read YAML.
struct PolicyReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the policy as one page of HTML, for people who do not read YAML.",
        discussion: """
            Examples:
              vitrine policy report --html policy.html
              vitrine policy report --policies ./policies --html policy.html --chinese
            """)

    @OptionGroup var options: PolicyOptions
    @Option(help: "Where the page is written; `-` is standard output.") var html: String
    @Flag(help: "Show the Chinese text first.") var chinese = false

    func run() async throws {
        let (set, taxonomy) = try options.load()
        let report = PolicyReport(
            set.policy, taxonomy: taxonomy, findings: ReportedFindings(),
            madeOn: SystemClock().now.day,
            startsInChinese: chinese)
        let page = try report.html()
        if html == "-" {
            Results.write(page)
        } else {
            try Data(page.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        }
    }
}
