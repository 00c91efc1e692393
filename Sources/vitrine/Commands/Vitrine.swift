import ArgumentParser

/// The program.
@main
struct Vitrine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vitrine",
        abstract: "A friend-shop feed that shows no more of anybody's purchases than they and the policy allow.",
        discussion: """
            Try it:
              vitrine demo

            Set up a data directory and serve it:
              vitrine init --data ./data
              vitrine import people --data ./data people.csv
              vitrine serve --data ./data

            Settings come from flags, then VITRINE_… variables, then the file of --config or VITRINE_CONFIG.

            Exit codes:
              0   done
            \(CommandFailure.Code.allCases.map { $0.line }.joined(separator: "\n"))
              64  the command line is wrong
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, InitCommand.self, ServeCommand.self, DoctorCommand.self, ImportCommand.self,
            TokenCommand.self,
            VisibilityCommand.self, FriendsCommand.self, FeedCommand.self, ShopCommand.self, PickCommand.self,
            ShareCommand.self, BoardCommand.self, InsightsCommand.self, CatalogueCommand.self, PolicyCommand.self,
            KeysCommand.self,
            EraseCommand.self, ExportCommand.self, BackupCommand.self, RestoreCommand.self, AuditCommand.self,
        ])

    /// Runs the command named on the command line; what goes wrong is told on standard error.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard let failure = CommandFailure(explaining: error) else { exit(withError: error) }
            TerminalOutput.standardError.write("vitrine: \(failure.message)\n")
            exit(withError: ExitCode(failure.exitCode.rawValue))
        }
    }
}
