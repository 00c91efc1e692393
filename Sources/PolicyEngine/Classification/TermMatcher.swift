/// Finds many terms in a text in one pass: phrases by their first word, substrings by their first character.
struct TermMatcher: Sendable {
    private struct Phrase: Sendable {
        let words: [[UInt8]]
        let entry: Int
        let text: String
    }

    private struct Fragment: Sendable {
        let bytes: [UInt8]
        let entry: Int
        let text: String
    }

    private var phrases: [UInt64: [Phrase]] = [:]
    private var fragments: [UInt32: [Fragment]] = [:]
    /// Which first words and first characters may be among the keys: nearly all of a title is settled here.
    private var firstWords = KeyFilter()
    private var firstCharacters = KeyFilter()

    var isEmpty: Bool { phrases.isEmpty && fragments.isEmpty }

    mutating func add(english: [String], chinese: [String], entry: Int) {
        for text in english {
            let folded = FoldedText(text)
            let words = folded.words.map { Array(folded.bytes[$0]) }
            guard let first = words.first else { continue }
            let key = Self.hash(first[...])
            firstWords.insert(key)
            phrases[key, default: []].append(Phrase(words: words, entry: entry, text: text))
        }
        for text in chinese {
            let bytes = FoldedText(text).bytes
            guard !bytes.isEmpty else { continue }
            let key = Self.character(in: bytes, at: 0)
            firstCharacters.insert(UInt64(key))
            fragments[key, default: []].append(Fragment(bytes: bytes, entry: entry, text: text))
        }
    }

    /// Calls back for every hit with the entry and the term as written, until told to stop by `true`.
    func forEachHit(in text: FoldedText, _ visit: (Int, String) -> Bool) {
        let bytes = text.bytes
        if !phrases.isEmpty {
            let words = text.words
            for position in words.indices {
                let key = Self.hash(bytes[words[position]])
                guard firstWords.mayContain(key), let candidates = phrases[key] else { continue }
                for phrase in candidates where matches(phrase, bytes, words[position...]) {
                    if visit(phrase.entry, phrase.text) { return }
                }
            }
        }
        if !fragments.isEmpty {
            for position in bytes.indices where bytes[position] & 0xC0 != 0x80 {
                let key = Self.character(in: bytes, at: position)
                guard firstCharacters.mayContain(UInt64(key)), let candidates = fragments[key] else { continue }
                for fragment in candidates where bytes[position...].starts(with: fragment.bytes) {
                    if visit(fragment.entry, fragment.text) { return }
                }
            }
        }
    }

    func hits(_ text: FoldedText) -> Bool {
        var found = false
        forEachHit(in: text) { _, _ in
            found = true
            return true
        }
        return found
    }

    private func matches(_ phrase: Phrase, _ bytes: [UInt8], _ words: ArraySlice<Range<Int>>) -> Bool {
        guard phrase.words.count <= words.count else { return false }
        return zip(phrase.words, words).allSatisfy { $0.elementsEqual(bytes[$1]) }
    }

    /// FNV-1a of 64 bits; every hit is compared in full afterwards.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The bytes of the character that begins here, packed.
    private static func character(in bytes: [UInt8], at position: Int) -> UInt32 {
        let width =
            switch bytes[position] {
            case 0xF0...: 4
            case 0xE0...: 3
            case 0xC0...: 2
            default: 1
            }
        return bytes[position..<min(bytes.count, position + width)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
