import ArgumentParser
import Foundation

/// Makes, lists and takes back links to the front of somebody's shop.
struct ShareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share", abstract: "Make, list and revoke links to the front of a person's shop.",
        subcommands: [Make.self, List.self, Revoke.self])

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a link to the front of a person's shop; its secret is printed once and kept nowhere.",
            discussion: """
                The secret belongs into the fragment of an address (https://example.com/shop#SECRET), which no server is
                sent. A link for everyone also opens for people whom the owner blocked.

                Examples:
                  vitrine share make --data ./data --person ada --audience friends --hours 48
                  vitrine share make --data ./data --person ada --audience everyone --hours 1 --json
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String
        @Option(help: "close-friends, friends, friends-of-friends or everyone.") var audience: String
        @Option(help: "For how many hours it is good, 1 to 720.") var hours: Int
        @Flag(help: "Print what the API answers.") var json = false

        func run() async throws {
            let input = Operation.ShareInput(person: person, audience: audience, hours: hours)
            let result = try await options.perform { perform in try await perform(.share(input)) }
            try ShareLines.printMade(result, json: json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the links of a person that are still good.",
            discussion: "Example:\n  vitrine share list --data ./data --person ada")

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String
        @Flag(help: "Print what the API answers.") var json = false

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.shareLinks(person: person)) }
            try ShareLines.print(result, json: json)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a link back, by its id: it opens nothing from then on. Prints those that are left.",
            discussion: "Example:\n  vitrine share revoke --data ./data --person ada --link 3Zk…")

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String
        @Option(help: "The id of the link.") var link: String
        @Flag(help: "Print what the API answers.") var json = false

        func run() async throws {
            let result = try await options.perform { perform in
                try await perform(.revokeShare(person: person, link: link))
            }
            try ShareLines.print(result, json: json)
        }
    }
}
