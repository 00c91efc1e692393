public import Domain

extension Suite {
    /// A good whose class must be found, with the class.
    public struct Classification: Sendable, Equatable {
        /// Where the category or the title stands.
        public let location: SourceLocation
        public let category: String?
        public let title: LocalizedText
        public let brand: String?
        /// `unknown` for goods that must stay unclassified.
        public let classCode: ClassCode
        /// The node or the term that must decide; unchecked when not given.
        public let by: String?

        /// `"Bird vitamins" in ap-2-1`.
        public var name: String {
            let text = [title.en ?? title.zh, brand.map { "by \($0)" }].compactMap(\.self).map { "\"\($0)\"" }
            let words = text + (category.map { [text.isEmpty ? $0 : "in \($0)"] } ?? [])
            return words.joined(separator: " ")
        }
    }
}
