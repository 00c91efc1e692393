import Domain

extension Term {
    /// An order that depends on what a term says alone, so that where it is written decides nothing.
    ///
    /// Of equally strict terms that hit a title the first one wins, which makes their order part of the policy.
    func precedes(_ other: Term) -> Bool {
        if classCode != other.classCode { return classCode.rawValue < other.classCode.rawValue }
        return sortedWords.lexicographicallyPrecedes(other.sortedWords) { $0.lexicographicallyPrecedes($1) }
    }

    private var sortedWords: [[String]] {
        [english, chinese, exceptEnglish, exceptChinese].map { $0.sorted() }
    }
}
