import Foundation
import Yams

/// Classes, roots and terms of `sensitive.yaml`, read without the program's loader.
struct RawPolicy {
    private struct File: Decodable {
        struct Class: Decodable {
            var id: String
            var tier: String
        }
        struct Root: Decodable {
            var `class`: String
            var nodes: [String]
        }
        struct Words: Decodable {
            var en: [String]?
            var zh: [String]?
        }
        struct Term: Decodable {
            var `class`: String
            var en: [String]?
            var zh: [String]?
            var unless: Words?
        }
        var classes: [Class]
        var roots: [Root]
        var terms: [Term]
    }

    private static let strictness = ["ordinary", "owner-decides", "coarsen", "withhold"]

    let tiers: [String: String]
    let roots: [String: String]
    private let terms: [(name: String, words: RawWords, unless: RawWords)]

    init() throws {
        let text = try String(
            contentsOf: RealInput.checkout.appending(path: "policies/sensitive.yaml"), encoding: .utf8)
        let file = try YAMLDecoder().decode(File.self, from: text)
        tiers = Dictionary(uniqueKeysWithValues: file.classes.map { ($0.id, $0.tier) })
        roots = Dictionary(uniqueKeysWithValues: file.roots.flatMap { root in root.nodes.map { ($0, root.class) } })
        terms = file.terms.map { term in
            (
                term.class, RawWords(english: term.en ?? [], chinese: term.zh ?? []),
                RawWords(english: term.unless?.en ?? [], chinese: term.unless?.zh ?? [])
            )
        }
    }

    func tier(_ name: String) -> String { tiers[name] ?? "withhold" }

    func strictness(_ name: String) -> Int { Self.strictness.firstIndex(of: tier(name)) ?? 3 }

    /// Whether a class tells something of goods of another that they do not tell by themselves.
    func isForeign(_ other: String, to name: String) -> Bool {
        other != name && tier(other) != "ordinary" && strictness(other) >= strictness(name)
    }

    /// The classes of the terms that a text hits.
    func names(in text: String) -> [String] {
        let grams = RawWords.grams(of: text)
        return terms.filter { $0.words.hit(text, grams) && !$0.unless.hit(text, RawWords.grams(of: text)) }.map(\.name)
    }

    /// The class after the words of a good's texts: the strictest that hits, of several the first; never a laxer one.
    func raised(_ name: String, by texts: [String]) -> String {
        var best = name
        for text in texts {
            let grams = RawWords.grams(of: text)
            for term in terms where strictness(term.name) > strictness(best) {
                if term.words.hit(text, grams), !term.unless.hit(text, grams) { best = term.name }
            }
        }
        return best
    }
}
