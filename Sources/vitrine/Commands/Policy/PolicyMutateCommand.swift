public import ArgumentParser
import Foundation
import PolicyEngine
public import PolicyLab

/// Tells which mistakes the suites of a policy would notice.
struct PolicyMutateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Change the policy in every small way, and tell which changes no suite notices.",
        discussion: """
            Changes that decide everything as before are recognised and left out. Each survivor is listed with what tells it \
            apart and a case that would notice it. Exit code 12 when fewer than --at-least percent are noticed.

            Examples:
              vitrine policy mutate --policies ./policies --at-least 98
              vitrine policy mutate --policies ./policies --operator drop-limit --operator widen-field
            """)

    @OptionGroup var options: PolicyOptions
    @Option(help: ArgumentHelp("A kind of change; may be repeated (default: all).", valueName: "name"))
    var `operator`: [MutationOperator] = []
    @Option(help: "Try changes whose words contain this text.") var filter: String?
    @Option(help: "Percent that must be noticed.") var atLeast = 0.0
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (0...100).contains(atLeast) else { throw ValidationError("`--at-least` is 0 to 100") }
    }

    func run() async throws {
        let (set, taxonomy) = try options.load()
        let run = MutationRun(
            suites: set.suites, policy: set.policy, taxonomy: taxonomy,
            operators: `operator`.isEmpty ? nil : Set(`operator`), filter: filter)
        if let failure = run.failureWithoutMutation() {
            throw CommandFailure(
                "\(failure.location.file):\(failure.location.line): `\(failure.name)` fails without any change; "
                    + "run `vitrine policy test`", exitCode: .testsFailed)
        }
        let report = await run.report(width: ProcessInfo.processInfo.activeProcessorCount)
        Results.write((json ? report.json : report.text).trimmingCharacters(in: .newlines))
        try report.verdict(atLeast: atLeast).exit()
    }
}

extension MutationOperator: ExpressibleByArgument {}
