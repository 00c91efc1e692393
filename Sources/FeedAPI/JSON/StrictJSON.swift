/// Reads JSON (RFC 8259) without mercy: UTF-8 only, no duplicate names, bounded depth, nothing after the value.
///
/// Foundation's decoder takes the last of two members of the same name, where a proxy may take the first.
struct StrictJSON: ~Copyable {
    /// Far deeper than any body of this API, far from exhausting the stack.
    static let maximumDepth = 16

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func parse(_ bytes: [UInt8]) throws(StrictJSONError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var parser = StrictJSON(bytes)
        parser.skipBlanks()
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.position == bytes.count else { throw .trailingBytes }
        return value
    }

    private mutating func value(depth: Int) throws(StrictJSONError) -> JSONValue {
        switch peek {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(StrictJSONError) -> [String: JSONValue] {
        guard depth <= Self.maximumDepth else { throw .tooDeep }
        var members: [String: JSONValue] = [:]
        position += 1
        skipBlanks()
        if take("}") { return members }
        repeat {
            skipBlanks()
            let name = try string()
            skipBlanks()
            guard take(":") else { throw .syntax }
            skipBlanks()
            let value = try value(depth: depth)
            guard members.updateValue(value, forKey: name) == nil else { throw .duplicateMember }
            skipBlanks()
        } while take(",")
        guard take("}") else { throw .syntax }
        return members
    }

    private mutating func array(depth: Int) throws(StrictJSONError) -> [JSONValue] {
        guard depth <= Self.maximumDepth else { throw .tooDeep }
        var elements: [JSONValue] = []
        position += 1
        skipBlanks()
        if take("]") { return elements }
        repeat {
            skipBlanks()
            elements.append(try value(depth: depth))
            skipBlanks()
        } while take(",")
        guard take("]") else { throw .syntax }
        return elements
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(StrictJSONError) -> JSONValue {
        for byte in text.description.utf8 {
            guard peek == byte else { throw .syntax }
            position += 1
        }
        return value
    }

    private mutating func number() throws(StrictJSONError) -> String {
        let start = position
        _ = take("-")
        if !take("0") {
            guard digits() else { throw .syntax }
        }
        if take(".") {
            guard digits() else { throw .syntax }
        }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            guard digits() else { throw .syntax }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func string() throws(StrictJSONError) -> String {
        guard take("\"") else { throw .syntax }
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            case 0..<0x20: throw .syntax
            default: text.append(byte)
            }
        }
        throw .syntax
    }

    private mutating func escape() throws(StrictJSONError) -> [UInt8] {
        guard let byte = peek else { throw .syntax }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
        default: throw .syntax
        }
    }

    /// A scalar written as one escape, or as two that are a surrogate pair; half a pair is refused.
    private mutating func scalar() throws(StrictJSONError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw .syntax }
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw .syntax }
        return scalar
    }

    private mutating func hexadecimal() throws(StrictJSONError) -> UInt32 {
        guard position + 4 <= bytes.count,
            bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw .syntax }
        position += 4
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }
}
