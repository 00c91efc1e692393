import ArgumentParser

/// Makes and ends friendships.
struct FriendsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "friends", abstract: "Make and end friendships.", subcommands: [Add.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Befriend two people; each sees what is released from now on.",
            discussion: "Example:\n  vitrine friends add --data ./data ada ben")

        @OptionGroup var options: InstallationOptions
        @Argument(help: "A handle.") var first: String
        @Argument(help: "Another handle.") var second: String

        func run() async throws {
            let result = try await options.perform { perform in
                try await perform(.befriend([.init(first: first, second: second)], dryRun: false))
            }
            try result.throwFault()
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a friendship; neither sees anything of the other's when this returns.",
            discussion: "Example:\n  vitrine friends remove --data ./data ada ben")

        @OptionGroup var options: InstallationOptions
        @Argument(help: "A handle.") var first: String
        @Argument(help: "Another handle.") var second: String

        func run() async throws {
            let result = try await options.perform { perform in
                try await perform(.unfriend([.init(first: first, second: second)]))
            }
            try result.throwFault()
        }
    }
}

extension OperationResult {
    /// Throws the first fault, for operations on a single thing.
    func throwFault() throws {
        if case .faults(let faults) = self, let reason = faults.values.first {
            throw CommandFailure(reason, exitCode: .refused)
        }
    }
}
