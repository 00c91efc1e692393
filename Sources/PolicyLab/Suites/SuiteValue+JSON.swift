import Foundation
import PolicyEngine

extension SuiteValue {
    /// The JSON that a value is served as.
    init(served value: some Encodable) throws {
        self = try JSONDecoder().decode(Decoded.self, from: JSONEncoder().encode(value)).value
    }

    /// The leaves by path, as text.
    func leaves(_ path: String) -> [String: String] {
        switch self {
        case .text(let text): [path: "\"\(text)\""]
        case .number(let number): [path: String(number)]
        case .flag(let flag): [path: flag ? "true" : "false"]
        case .null: [path: "null"]
        case .list(let values):
            values.isEmpty
                ? [path: "[]"]
                : values.enumerated().reduce(into: [:]) { all, element in
                    all.merge(element.element.leaves("\(path)[\(element.offset)]")) { first, _ in first }
                }
        case .object(let fields):
            fields.isEmpty
                ? [path: "{}"]
                : fields.reduce(into: [:]) { all, field in
                    all.merge(field.value.leaves(path.isEmpty ? field.key : "\(path).\(field.key)")) { first, _ in first
                    }
                }
        }
    }
}

/// JSON, read without knowing its shape.
private struct Decoded: Decodable {
    let value: SuiteValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            value = .number(number)
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([Decoded].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(try container.decode([String: Decoded].self).mapValues(\.value))
        }
    }
}
