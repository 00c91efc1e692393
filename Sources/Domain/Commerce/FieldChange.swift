/// The change that a write asks for in one field of something that may be there already.
///
/// The one rule for every writer of products, people, taxonomy and purchases, by API, file or command: a field that is
/// absent stays as it was, and only `null` clears it.
public enum FieldChange<Value> {
    /// The write does not name the field.
    case asItWas
    /// The write says that the field is to be empty.
    case clear
    case to(Value)

    /// The value of the field after the write; the former one is `nil` for something new.
    public func applied(to former: Value?) -> Value? {
        switch self {
        case .asItWas: former
        case .clear: nil
        case .to(let value): value
        }
    }

    /// Sets the field to a value, and clears it for `nil`.
    public static func set(_ value: Value?) -> FieldChange { value.map { .to($0) } ?? .clear }

    public func map<Other, Failure: Error>(_ transform: (Value) throws(Failure) -> Other) throws(Failure)
        -> FieldChange<Other>
    {
        switch self {
        case .asItWas: .asItWas
        case .clear: .clear
        case .to(let value): .to(try transform(value))
        }
    }
}

extension FieldChange: Sendable where Value: Sendable {}
extension FieldChange: Equatable where Value: Equatable {}
extension FieldChange: Hashable where Value: Hashable {}

/// Coded as an array: empty for a field that stays, `[null]` for one that is cleared, else with the value.
extension FieldChange: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        if container.isAtEnd {
            self = .asItWas
        } else {
            self = try container.decodeNil() ? .clear : .to(container.decode(Value.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        switch self {
        case .asItWas: break
        case .clear: try container.encodeNil()
        case .to(let value): try container.encode(value)
        }
    }
}
