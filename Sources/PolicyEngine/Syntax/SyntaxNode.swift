/// A piece of YAML that knows where it stands.
struct SyntaxNode {
    struct Entry {
        let key: String
        let keyLocation: SourceLocation
        let value: SyntaxNode
    }

    enum Content {
        /// `isPlain` is false for quoted and block text, which never stands for a number or a flag.
        case scalar(String, isPlain: Bool)
        case mapping([Entry])
        case sequence([SyntaxNode])
    }

    let content: Content
    let location: SourceLocation

    /// What it is, as a message would say.
    var description: String {
        switch content {
        case .scalar(let text, let isPlain): text.isEmpty && isPlain ? "nothing" : "`\(text)`"
        case .mapping: "a mapping"
        case .sequence: "a list"
        }
    }
}
