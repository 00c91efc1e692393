public import Domain

extension Term {
    /// What decides which titles a term hits: its texts folded, without those that others of them cover.
    public struct Reach: Hashable, Sendable {
        public let classCode: ClassCode
        fileprivate let phrases: Set<[[UInt8]]>
        fileprivate let fragments: Set<[UInt8]>
        fileprivate let exceptPhrases: Set<[[UInt8]]>
        fileprivate let exceptFragments: Set<[UInt8]>
    }

    /// Terms of the same reach hit the same titles.
    ///
    /// A phrase is covered by one that stands in it, and so is a text; either is then hit whenever the longer one is.
    public var reach: Reach {
        Reach(
            classCode: classCode, phrases: Self.uncovered(english.map(Self.words)),
            fragments: Self.uncovered(chinese.map { FoldedText($0).bytes }),
            exceptPhrases: Self.uncovered(exceptEnglish.map(Self.words)),
            exceptFragments: Self.uncovered(exceptChinese.map { FoldedText($0).bytes }))
    }

    private static func words(_ text: String) -> [[UInt8]] {
        let folded = FoldedText(text)
        return folded.words.map { Array(folded.bytes[$0]) }
    }

    private static func uncovered<Element: Hashable>(_ texts: [[Element]]) -> Set<[Element]> {
        let all = Set(texts.filter { !$0.isEmpty })
        return all.filter { text in !all.contains { $0.count < text.count && Self.contains(text, $0) } }
    }

    private static func contains<Element: Equatable>(_ text: [Element], _ part: [Element]) -> Bool {
        (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }
}
