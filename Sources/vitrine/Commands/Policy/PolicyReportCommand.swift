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
            With what was proved and what the suites reach; with --mutate also which mistakes they would notice, which takes \
            minutes; with --since what changed.

            Examples:
              vitrine policy report --html policy.html
              vitrine policy report --policies ./policies --since ./before --mutate --html policy.html --chinese
            """)

    @OptionGroup var options: PolicyOptions
    @Option(help: "Where the page is written; `-` is standard output.") var html: String
    @Option(help: ArgumentHelp("The directory of the policy before; `built-in` is the program's.", valueName: "dir"))
    var since: String?
    @Flag(help: "Tell the mutation score as well.") var mutate = false
    @Flag(help: "Show the Chinese text first.") var chinese = false

    func run() async throws {
        let (set, taxonomy) = try options.load()
        var findings = ReportedFindings()
        findings.add(Prover(set, taxonomy: taxonomy).proof())
        findings.add(SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: taxonomy).coverage())
        if mutate {
            let run = MutationRun(suites: set.suites, policy: set.policy, taxonomy: taxonomy)
            findings.add(await run.report(width: ProcessInfo.processInfo.activeProcessorCount))
        }
        if let since {
            let origin = PolicyOrigin(directory: since == "built-in" ? nil : since)
            let former = try origin.loadForTerminal(taxonomy: taxonomy).policy
            findings.add(PolicyDifference(from: former, to: set.policy, taxonomy: taxonomy))
        }
        let report = PolicyReport(
            set.policy, taxonomy: taxonomy, findings: findings, madeOn: SystemClock().now.day, startsInChinese: chinese)
        let page = try report.html()
        if html == "-" {
            Results.write(page)
        } else {
            try Data(page.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        }
    }
}
