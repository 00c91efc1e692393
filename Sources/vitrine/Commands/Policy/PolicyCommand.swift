import ArgumentParser

/// What privacy auditors work with.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Check, test, prove, compare and explain policies.",
        subcommands: [PolicyExplainCommand.self, PolicyReportCommand.self, PolicyReloadCommand.self])
}
