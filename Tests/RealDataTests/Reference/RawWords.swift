import Foundation

/// Words of a term: English phrases of whole words, Chinese ones anywhere.
struct RawWords {
    private static let longestPhrase = 8

    private let english: Set<String>
    private let chinese: [String]

    init(english: [String], chinese: [String]) {
        self.english = Set(english.map { Self.words(of: $0).joined(separator: " ") })
        self.chinese = chinese.map { $0.lowercased() }
    }

    /// Every run of words of a text that a phrase could be.
    static func grams(of text: String) -> Set<String> {
        let words = words(of: text)
        var grams: Set<String> = []
        for start in words.indices {
            for end in start..<min(words.count, start + longestPhrase) {
                grams.insert(words[start...end].joined(separator: " "))
            }
        }
        return grams
    }

    func hit(_ text: String, _ grams: Set<String>) -> Bool {
        if !english.isDisjoint(with: grams) { return true }
        // No text without other letters holds a Chinese term.
        return !text.utf8.allSatisfy { $0 < 0x80 } && chinese.contains { text.lowercased().contains($0) }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().components(separatedBy: letters.inverted).filter { !$0.isEmpty }
    }

    private static let letters = CharacterSet(charactersIn: "0"..."9").union(CharacterSet(charactersIn: "a"..."z"))
        .union(CharacterSet(charactersIn: "\u{DF}"..."\u{24F}"))
}
