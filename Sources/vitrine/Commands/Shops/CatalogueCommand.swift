import ArgumentParser
import Disclosure
import Foundation

/// Looks into the catalogue.
struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Look into the catalogue.", subcommands: [Search.self])

    struct Search: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find listed products by words in English or Chinese, category and brand.",
            discussion: """
                Every word must be found, at the beginning of a word of the titles or the brand; Chinese is found anywhere.

                Examples:
                  vitrine catalogue search --data ./data 绿茶
                  vitrine catalogue search --data ./data --category hg-11 --limit 50 --json kettle
                """)

        @OptionGroup var options: InstallationOptions
        @Argument(help: "Words to look for.") var words: [String] = []
        @Option(help: "A category by its id; what lies under it counts.") var category: String?
        @Option(help: "A brand in full.") var brand: String?
        @Option(help: "How many products, 1 to 50.") var limit = 20
        @Option(parsing: .unconditional, help: "Where to go on: the `next` of the page before.") var cursor: String?
        @Flag(help: "Print what the API answers.") var json = false

        func validate() throws {
            guard (1...50).contains(limit) else { throw ValidationError("`--limit` is 1 to 50") }
            guard words.joined(separator: " ").unicodeScalars.count <= CatalogueRequest.maximumQueryLength else {
                throw ValidationError("the words have more than \(CatalogueRequest.maximumQueryLength) characters")
            }
        }

        func run() async throws {
            let input = Operation.SearchInput(
                query: words.isEmpty ? nil : words.joined(separator: " "), category: category, brand: brand,
                limit: limit, cursor: cursor)
            let result = try await options.perform { perform in try await perform(.searchCatalogue(input)) }
            guard case .document(let bytes) = result else { return }
            if json {
                Results.write(String(decoding: bytes, as: UTF8.self))
                return
            }
            let page = try JSONDecoder().decode(Page.self, from: Data(bytes))
            var table = TextTable([
                .init("id"), .init("product", maximumWidth: 40), .init("brand", maximumWidth: 20),
                .init("list", alignment: .right), .init("here", alignment: .right), .init("saved", alignment: .right),
                .init("elsewhere", alignment: .right),
            ])
            for item in page.items { table.append(item.cells) }
            Results.write(table.text.trimmingCharacters(in: .newlines))
            if let next = page.next { TerminalOutput.standardError.write("more: --cursor \(next)\n") }
        }
    }

    private struct Page: Decodable {
        var items: [ProductLine]
        var next: String?
    }
}
