import ArgumentParser
import Foundation

/// Prints a ranking of shops.
struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Print a ranking of shops by influence, as the last epoch left it.",
        discussion: """
            With `--as` it is the ranking of a person's friends; otherwise the board of the platform, on which are the
            shops whose owners want to be there.

            Examples:
              vitrine board --data ./data --as ada
              vitrine board --data ./data --limit 50 --json
            """)

    @OptionGroup var options: InstallationOptions
    @Option(name: .customLong("as"), help: "The handle of the viewer.") var viewer: String?
    @Option(help: "How many places, 1 to 50.") var limit = 20
    @Flag(help: "Print what the API answers.") var json = false

    func validate() throws {
        guard (1...50).contains(limit) else { throw ValidationError("`--limit` is 1 to 50") }
    }

    func run() async throws {
        let result = try await options.perform { perform in try await perform(.board(person: viewer, limit: limit)) }
        guard case .document(let bytes) = result else { return }
        if json {
            Results.write(String(decoding: bytes, as: UTF8.self))
            return
        }
        let board = try JSONDecoder().decode(ToldBoard.self, from: Data(bytes))
        var table = TextTable([
            .init("rank", alignment: .right), .init("shop"), .init("owner"), .init("influence", alignment: .right),
            .init("tier", alignment: .right), .init("visitors", alignment: .right), .init("buyers", alignment: .right),
        ])
        for place in board.places {
            table.append([
                String(place.rank), place.shop.name, place.shop.handle, String(place.figures.influence),
                String(place.figures.tier), place.figures.visitors.text, place.figures.buyers.text,
            ])
        }
        Results.write("epoch \(board.epoch ?? "none yet")\n" + table.text.trimmingCharacters(in: .newlines))
    }
}

/// A board of the API, as far as a terminal shows it.
private struct ToldBoard: Decodable {
    struct Place: Decodable {
        struct Shop: Decodable { var handle: String, name: String }
        struct Figures: Decodable { var visitors: ToldCount, buyers: ToldCount, influence: Int, tier: Int }

        var rank: Int
        var shop: Shop
        var figures: Figures
    }

    var epoch: String?
    var places: [Place]
}
