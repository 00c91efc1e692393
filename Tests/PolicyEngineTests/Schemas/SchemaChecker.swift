import Testing

/// Holds a tree against a JSON Schema of draft 2020-12, as far as the policy's schemas go.
///
/// A keyword that it does not know is a failure, so that none is passed over.
enum SchemaChecker {
    static func accepts(_ tree: Tree, _ schema: Tree) -> Bool {
        guard case .mapping(let members) = schema else { return false }
        return members.allSatisfy { holds($0.key, $0.value, tree, schema) }
    }

    private static func holds(_ keyword: String, _ value: Tree, _ tree: Tree, _ schema: Tree) -> Bool {
        switch (keyword, value) {
        case ("$schema", _), ("$id", _), ("title", _), ("description", _): return true
        case ("type", .text(let type)): return isOf(type, tree)
        case ("type", .list(let types)):
            return types.contains { if case .text(let type) = $0 { isOf(type, tree) } else { false } }
        case ("const", _): return tree == value
        case ("enum", .list(let values)): return values.contains(tree)
        case ("minimum", .number(let least)): return number(tree).map { $0 >= least } ?? true
        case ("maximum", .number(let most)): return number(tree).map { $0 <= most } ?? true
        case ("minLength", .number(let least)): return text(tree).map { Double($0.count) >= least } ?? true
        case ("pattern", .text(let pattern)): return text(tree).map { matches($0, pattern) } ?? true
        case ("minItems", .number(let least)): return list(tree).map { Double($0.count) >= least } ?? true
        case ("maxItems", .number(let most)): return list(tree).map { Double($0.count) <= most } ?? true
        case ("uniqueItems", .boolean(true)):
            return list(tree).map { items in items.indices.allSatisfy { !items[..<$0].contains(items[$0]) } } ?? true
        case ("items", _): return list(tree).map { $0.allSatisfy { accepts($0, value) } } ?? true
        case ("anyOf", .list(let schemas)): return schemas.contains { accepts(tree, $0) }
        case ("required", .list(let keys)):
            return mapping(tree).map { members in
                keys.allSatisfy { key in members.contains { .text($0.key) == key } }
            } ?? true
        case ("dependentRequired", .mapping(let others)):
            return others.allSatisfy { tree[$0.key] == nil || holds("required", $0.value, tree, schema) }
        case ("minProperties", .number(let least)): return mapping(tree).map { Double($0.count) >= least } ?? true
        case ("properties", _):
            return mapping(tree).map { members in
                members.allSatisfy { member in value[member.key].map { accepts(member.value, $0) } ?? true }
            } ?? true
        case ("propertyNames", _): return mapping(tree).map { $0.allSatisfy { accepts(.text($0.key), value) } } ?? true
        case ("additionalProperties", _):
            let others = mapping(tree)?.filter { schema["properties"]?[$0.key] == nil } ?? []
            return others.allSatisfy { value != .boolean(false) && accepts($0.value, value) }
        default:
            Issue.record("the keyword \(keyword) is not known")
            return false
        }
    }

    private static func isOf(_ type: String, _ tree: Tree) -> Bool {
        switch (type, tree) {
        case ("object", .mapping), ("array", .list), ("string", .text), ("number", .number), ("boolean", .boolean),
            ("null", .null):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }

    private static func number(_ tree: Tree) -> Double? { if case .number(let number) = tree { number } else { nil } }
    private static func text(_ tree: Tree) -> String? { if case .text(let text) = tree { text } else { nil } }
    private static func list(_ tree: Tree) -> [Tree]? { if case .list(let items) = tree { items } else { nil } }
    private static func mapping(_ tree: Tree) -> [(key: String, value: Tree)]? {
        if case .mapping(let members) = tree { members } else { nil }
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let regex = try? Regex(pattern) else {
            Issue.record("the pattern \(pattern) cannot be read")
            return false
        }
        return text.wholeMatch(of: regex) != nil
    }
}
