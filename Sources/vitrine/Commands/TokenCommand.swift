import ArgumentParser
import Foundation

/// Issues, lists and revokes access tokens.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Issue, list and revoke access tokens.",
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issue a token and print it, alone, on standard output.",
            discussion: """
                Only a keyed digest is kept: the token is told this once.

                Examples:
                  vitrine token issue --data ./data --person ada --scope feed:read,visibility:narrow --days 30
                  vitrine token issue --data ./data --client till --scope platform:purchases
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The handle of the person for whom the token speaks.") var person: String?
        @Option(help: "Who uses it; purchases are namespaced by this. Default for a person: `app`.") var client: String?
        @Option(help: "Scopes, separated by commas; may be repeated.") var scope: [String]
        @Option(help: "How many days it lives; without end when absent.") var days: Int?

        func validate() throws {
            if person == nil, client == nil { throw ValidationError("say `--person HANDLE` or `--client NAME`") }
        }

        func run() async throws {
            let scopes = scope.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
            let result = try await options.perform { perform in
                try await perform(.issueToken(person: person, client: client ?? "app", scopes: scopes, days: days))
            }
            if case .token(let secret, _) = result { Results.write(secret) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every token ever issued, without its secret.")

        @OptionGroup var options: InstallationOptions

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.listTokens) }
            guard case .tokens(let lines) = result else { return }
            var table = TextTable(
                ["id", "client", "person", "scopes", "issued", "expires", "revoked"].map { .init($0) })
            for line in lines {
                table.append([
                    line.id, line.client, line.person ?? "–", line.scopes.joined(separator: ","), line.issuedAt,
                    line.expiresAt ?? "never", line.revokedAt ?? "",
                ])
            }
            Results.write(table.text.trimmingCharacters(in: .newlines))
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a token by its id; it is good for nothing when this returns.")

        @OptionGroup var options: InstallationOptions
        @Argument(help: "The id, as `token list` shows it.") var id: String

        func run() async throws {
            _ = try await options.perform { perform in try await perform(.revokeToken(id: id)) }
        }
    }
}
