import Domain
import GRDB
import Storage

/// The words of the catalogue: an FTS5 table beside the products, by their numbers.
///
/// Words are found and folded in Swift; SQLite's tokenizer only splits at blanks, so that both agree on what a word is
/// whatever Unicode the library knows. A run without blanks is indexed as overlapping bigrams and its last character:
/// 龙井茶 as 龙井, 井茶, 茶. Two characters are then one word, longer texts are phrases, and one character is the beginning
/// of some word. The last character also keeps a phrase from reaching into the next run.
enum SearchIndex {
    static func put(_ draft: ProductDraft, number: UInt32, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO product_words (rowid, words) VALUES (?, ?)")
        try statement.execute(arguments: [number, words(of: draft.searchTexts)])
    }

    static func remove(_ id: ProductID, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM product_words WHERE rowid = (SELECT number FROM products WHERE id = ?)",
            arguments: [id.text])
    }

    /// The words that the texts are indexed by.
    static func words(of texts: [SearchText]) -> String {
        texts.flatMap(\.runs).flatMap { run in
            run.isUnspaced ? bigrams(run.text) + [last(run.text)] : [run.text]
        }.joined(separator: " ")
    }

    /// An expression of FTS5; nothing when there is no word in the query, which finds nothing.
    ///
    /// A word is made of letters and digits alone, so that between quotes it can mean nothing else.
    static func expression(of text: SearchText) -> String? {
        if text.runs.isEmpty { return nil }
        return text.runs.map { run in
            let pairs = run.isUnspaced ? bigrams(run.text) : []
            return pairs.isEmpty ? "\"\(run.text)\" *" : "\"\(pairs.joined(separator: " "))\""
        }.joined(separator: " AND ")
    }

    private static func bigrams(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return zip(scalars, scalars.dropFirst()).map { "\($0)\($1)" }
    }

    private static func last(_ text: String) -> String {
        text.unicodeScalars.last.map { String(Character($0)) } ?? ""
    }
}
