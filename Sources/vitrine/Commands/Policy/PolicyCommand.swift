import ArgumentParser
import PolicyLab

/// What privacy auditors work with.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Check, test, prove, compare and explain policies.",
        discussion: """
            Each takes the policy that is built in, or that of --policies DIR, with overlays by --overlay DIR.

            Examples:
              vitrine policy check ./policies
              vitrine policy test --policies ./policies
              vitrine policy prove --policies ./policies
              vitrine policy diff ./before ./policies --data ./data
            """,
        subcommands: [
            PolicyCheckCommand.self, PolicySchemaCommand.self, PolicyTestCommand.self, PolicyCoverCommand.self,
            PolicyMutateCommand.self, PolicyProveCommand.self, PolicyDiffCommand.self, PolicyExplainCommand.self,
            PolicyUsefulnessCommand.self, PolicyShadowCommand.self, PolicyReportCommand.self, PolicyBenchCommand.self,
            PolicyReloadCommand.self,
        ])
}

extension Verdict {
    /// The exit code that says so; nothing when all is well.
    var exitCode: CommandFailure.Code? {
        switch self {
        case .passed: nil
        case .testsFailed: .testsFailed
        case .coverageShort: .coverageShort
        case .mutantsSurvived: .mutantsSurvived
        case .invariantBroken: .invariantBroken
        case .wideningFound: .wideningFound
        }
    }

    /// Ends the program with the exit code that says so, unless all is well.
    func exit() throws {
        if let exitCode { throw ExitCode(exitCode.rawValue) }
    }
}
