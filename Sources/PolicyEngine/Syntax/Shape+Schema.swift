extension Shape {
    /// The same as a JSON Schema (draft 2020-12), for editors.
    var schema: JSONText {
        .object(members)
    }

    /// Of the keywords of 2020-12 only those that say what readers check.
    var members: [(key: String, value: JSONText)] {
        switch self {
        case .anything: []
        case .text:
            // YAML reads a title such as `1984` as a number; it is a text all the same.
            [("type", .array([.string("string"), .string("number"), .string("boolean")])), ("minLength", .integer(1))]
        case .identifier:
            [("type", .string("string")), ("pattern", .string("^(?!(true|false|null)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$"))]
        case .matching(let pattern): [("type", .string("string")), ("pattern", .string(pattern))]
        case .amount:
            [
                ("type", .array([.string("number"), .string("string")])), ("minimum", .integer(0)),
                ("pattern", .string("^([0-9]+[.]?[0-9]*|[.][0-9]+)$")),
            ]
        case .integer(let range):
            [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .flag: [("const", .boolean(true))]
        case .boolean: [("type", .string("boolean"))]
        case .word(let words): [("enum", .array(words.map { .string($0) }))]
        case .list(let element, let mayBeEmpty): Self.list(of: element, mayBeEmpty: mayBeEmpty)
        case .pair(let element):
            [
                ("type", .string("array")), ("minItems", .integer(2)), ("maxItems", .integer(2)),
                ("items", element.schema),
            ]
        case .oneOrMore(let element):
            [("anyOf", .array([element.schema, .object(Self.list(of: element, mayBeEmpty: false))]))]
        case .mapping(let fields): Self.mapping(fields)
        case .entries(let value, let pattern, let required, let mayBeEmpty):
            Self.entries(of: value, named: pattern, required: required, mayBeEmpty: mayBeEmpty)
        case .anyOf(let shapes): [("anyOf", .array(shapes.map(\.schema)))]
        }
    }

    private static func entries(
        of value: Shape, named pattern: String?, required: [String], mayBeEmpty: Bool
    ) -> [(key: String, value: JSONText)] {
        var members: [(key: String, value: JSONText)] = [("type", .string("object"))]
        if let pattern { members.append(("propertyNames", .object([("pattern", .string(pattern))]))) }
        members.append(("additionalProperties", value.schema))
        if !required.isEmpty {
            members.append(("required", .array(required.map { .string($0) })))
        } else if !mayBeEmpty {
            members.append(("minProperties", .integer(1)))
        }
        return members
    }

    private static func list(of element: Shape, mayBeEmpty: Bool) -> [(key: String, value: JSONText)] {
        var members: [(key: String, value: JSONText)] = [("type", .string("array"))]
        if !mayBeEmpty { members.append(("minItems", .integer(1))) }
        if element.isOfWords { members.append(("uniqueItems", .boolean(true))) }
        members.append(("items", element.schema))
        return members
    }

    private var isOfWords: Bool {
        switch self {
        case .text, .identifier, .matching, .amount, .word: true
        case .anything, .integer, .flag, .boolean, .list, .pair, .oneOrMore, .mapping, .entries, .anyOf: false
        }
    }

    private static func mapping(_ fields: [Field]) -> [(key: String, value: JSONText)] {
        let properties = fields.map { field in
            let about = field.about.map { [(key: "description", value: JSONText.string($0))] } ?? []
            return (key: field.key, value: JSONText.object(about + field.shape.members))
        }
        let required = fields.filter(\.isRequired).map { JSONText.string($0.key) }
        var members: [(key: String, value: JSONText)] = [("type", .string("object"))]
        if !required.isEmpty { members.append(("required", .array(required))) }
        let dependent = Dictionary(grouping: fields) { $0.requiredBeside ?? "" }.filter { !$0.key.isEmpty }
        if !dependent.isEmpty {
            let keys = dependent.sorted { $0.key < $1.key }.map { other, fields in
                (key: other, value: JSONText.array(fields.map { .string($0.key) }))
            }
            members.append(("dependentRequired", .object(keys)))
        }
        members.append(("properties", .object(properties)))
        members.append(("additionalProperties", .boolean(false)))
        return members
    }
}
