import ArgumentParser
import Foundation

/// Shows and changes somebody's shop.
struct ShopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shop", abstract: "Show and change a person's shop.", subcommands: [Show.self, Set.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a person's own shop: front, picks, and until when they are locked.",
            discussion: "Example:\n  vitrine shop show --data ./data --person ada")

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String
        @Flag(help: "Print what the API answers.") var json = false

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.showShop(person: person)) }
            try ShopLines.print(result, json: json)
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the front of a person's shop, and open it on first use; acts on the next read.",
            discussion: """
                What is not said stays as it is; an empty text (--sign '') takes it away.

                Examples:
                  vitrine shop set --data ./data --person ada --name 'Ada & Co' --sign '茶与咖啡' --avatar 🍵
                  vitrine shop set --data ./data --person ada --open off
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String
        @Option(help: "The shop's name.") var name: String?
        @Option(help: "The sign over its door.") var sign: String?
        @Option(help: "A line of text.") var line: String?
        @Option(help: "One character or emoji.") var avatar: String?
        @Option(help: "on or off.") var open: VisibilityCommand.Set.Switch?
        @Flag(help: "Print the shop as the API answers it.") var json = false

        func run() async throws {
            let input = Operation.ShopInput(
                person: person, name: name, sign: sign, line: line, avatar: avatar, isOpen: open.map { $0 == .on })
            let result = try await options.perform { perform in try await perform(.setShop(input)) }
            try ShopLines.print(result, json: json)
        }
    }
}
