/// A value of YAML or JSON, without places.
indirect enum Tree: Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([Tree])
    case mapping([(key: String, value: Tree)])

    static func == (left: Tree, right: Tree) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.text(let left), .text(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.mapping(let left), .mapping(let right)):
            left.count == right.count && left.allSatisfy { member in right.contains { $0 == member } }
        default: false
        }
    }

    subscript(key: String) -> Tree? {
        guard case .mapping(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// YAML in flow style, every text in quotes.
    var yaml: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .text(let text): "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        case .list(let elements): "[\(elements.map(\.yaml).joined(separator: ", "))]"
        case .mapping(let members):
            "{\(members.map { "\(Tree.text($0.key).yaml): \($0.value.yaml)" }.joined(separator: ", "))}"
        }
    }
}
