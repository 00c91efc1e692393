/// Any JSON.
enum JSONNode: Decodable, Hashable, Sendable {
    case object([String: JSONNode])
    case array([JSONNode])
    case text(String)
    case number(Double)
    case boolean(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONNode].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONNode].self))
        }
    }

    /// A field, or null.
    subscript(field: String) -> JSONNode {
        if case .object(let fields) = self { fields[field] ?? .null } else { .null }
    }

    var array: [JSONNode] { if case .array(let nodes) = self { nodes } else { [] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// Without a field of that name, at any depth.
    func without(_ field: String) -> JSONNode {
        switch self {
        case .object(let fields): .object(fields.filter { $0.key != field }.mapValues { $0.without(field) })
        case .array(let nodes): .array(nodes.map { $0.without(field) })
        default: self
        }
    }
}
