import Foundation

/// What is searched for in a text: its words, folded, each in one script's way of writing.
///
/// Case, accents and width do not count. Languages written with blanks are split at them; a run of Chinese, Japanese kanji
/// and kana is kept together, as its words are not set apart.
public struct SearchText: Hashable, Sendable {
    /// A stretch of text without a break in it.
    public struct Run: Hashable, Sendable {
        public let text: String
        /// Whether it is written without blanks between words.
        public let isUnspaced: Bool
    }

    public let runs: [Run]

    public init(_ text: String) {
        let folded = text.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var runs: [Run] = []
        var current = String.UnicodeScalarView()
        var isUnspaced = false
        func finish() {
            if !current.isEmpty { runs.append(Run(text: String(current), isUnspaced: isUnspaced)) }
            current = String.UnicodeScalarView()
        }
        for scalar in folded.unicodeScalars {
            guard Self.isWordPart(scalar) else {
                finish()
                continue
            }
            let unspaced = Self.isUnspaced(scalar.value)
            if unspaced != isUnspaced { finish() }
            isUnspaced = unspaced
            current.append(scalar)
        }
        finish()
        self.runs = runs
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
                || (0x41...0x5A).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// Han and kana; source: the blocks of Unicode 16.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x323AF:
            true
        default: false
        }
    }
}

extension SearchText {
    /// Whether every run of a query is found in this text: one with blanks as the beginning of a word, one without them
    /// anywhere in a run.
    public func contains(_ query: SearchText) -> Bool {
        query.runs.allSatisfy { wanted in
            runs.contains { run in
                run.isUnspaced == wanted.isUnspaced && run.holds(wanted)
            }
        }
    }
}

extension SearchText.Run {
    /// Compares scalars, as an index does; characters as people perceive them may end elsewhere.
    fileprivate func holds(_ wanted: SearchText.Run) -> Bool {
        let (scalars, sought) = (Array(text.unicodeScalars), Array(wanted.text.unicodeScalars))
        return isUnspaced ? scalars.contains(sought) : scalars.starts(with: sought)
    }
}
