import Foundation

@testable import PolicyEngine

extension Tree {
    /// What a policy file says, with plain scalars resolved as YAML 1.2 does (core schema).
    static func yaml(_ text: String) -> Tree? {
        let file = SourceFile(name: "tree.yaml", text: text)
        return SyntaxParser(file: file, diagnostics: Diagnostics(files: [file])).parse().map(Tree.init)
    }

    private init(_ node: SyntaxNode) {
        switch node.content {
        case .scalar(let text, isPlain: true): self = Self.plain(text)
        case .scalar(let text, isPlain: false): self = .text(text)
        case .sequence(let nodes): self = .list(nodes.map(Tree.init))
        case .mapping(let entries): self = .mapping(entries.map { ($0.key, Tree($0.value)) })
        }
    }

    private static func plain(_ text: String) -> Tree {
        switch text {
        case "", "null", "~": .null
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: Double(text).map { .number($0) } ?? .text(text)
        }
    }

    static func json(_ text: String) throws -> Tree {
        try Tree(JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)))
    }

    private init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .number(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .list(let values): self = .list(values.map(Tree.init))
        case .mapping(let members): self = .mapping(members.map { ($0.key, Tree($0.value)) })
        }
    }
}
