import Foundation

/// Links to the front of a shop, as the API gives them.
enum ShareLines {
    private struct Link: Decodable {
        var id: String
        var audience: String
        var madeAt: String
        var expiresAt: String
        var opensForBlockedPeople: Bool
    }

    private struct Made: Decodable {
        var link: Link
        var secret: String
    }

    private struct Links: Decodable {
        var items: [Link]
    }

    /// Writes the secret alone on a line, and below it what the link is.
    static func printMade(_ result: OperationResult, json: Bool) throws {
        try write(result, json: json) { (made: Made) in made.secret + "\n\n" + table([made.link]) }
    }

    static func print(_ result: OperationResult, json: Bool) throws {
        try write(result, json: json) { (links: Links) in table(links.items) }
    }

    private static func write<Answer: Decodable>(
        _ result: OperationResult, json: Bool, _ text: (Answer) -> String
    ) throws {
        guard case .document(let bytes) = result else { return }
        if json {
            Results.write(String(decoding: bytes, as: UTF8.self))
        } else {
            Results.write(text(try JSONDecoder().decode(Answer.self, from: Data(bytes))))
        }
    }

    private static func table(_ links: [Link]) -> String {
        var table = TextTable([
            .init("link"), .init("audience"), .init("made"), .init("expires"), .init("opens for blocked people"),
        ])
        for link in links {
            table.append([
                link.id, link.audience, link.madeAt, link.expiresAt, link.opensForBlockedPeople ? "yes" : "no",
            ])
        }
        return table.text.trimmingCharacters(in: .newlines)
    }
}
