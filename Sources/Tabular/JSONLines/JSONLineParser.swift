/// Reads one flat JSON object (RFC 8259) without turning numbers into anything: their digits are kept as written.
struct JSONLineParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The places of the keys that hold `null`.
    private(set) var nulls: Set<Int> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The values under the given keys; nothing for `null`, an empty string and what is absent.
    mutating func values(of keys: [String]) throws(JSONLineError) -> [String?] {
        var values = [String?](repeating: nil, count: keys.count)
        var seen: [String] = []
        skipBlanks()
        try expect(0x7B, "`{`")
        skipBlanks()
        if peek() == 0x7D {
            position += 1
        } else {
            while true {
                guard peek() == ASCII.quote else { throw .expected("a key in double quotes") }
                let key = try string()
                guard !seen.contains(key) else { throw .repeated(key) }
                guard seen.count < TabularLimits.cells else { throw .manyMembers }
                seen.append(key)
                skipBlanks()
                try expect(0x3A, "`:` after `\(Quoted(key))`")
                skipBlanks()
                let value = try value(of: key)
                if let place = keys.firstIndex(of: key) {
                    if value == nil { nulls.insert(place) }
                    if value?.isEmpty == false { values[place] = value }
                }
                skipBlanks()
                guard peek() == ASCII.comma else { break }
                position += 1
                skipBlanks()
            }
            try expect(0x7D, "`,` or `}`")
        }
        skipBlanks()
        guard position == bytes.count else { throw .trailing }
        return values
    }

    private mutating func value(of key: String) throws(JSONLineError) -> String? {
        guard let first = peek() else { throw .ended }
        switch first {
        case ASCII.quote: return try string()
        case 0x7B, 0x5B: throw .nested(key)
        case 0x2D, 0x30...0x39: return try number()
        default:
            if skip("true") { return "true" }
            if skip("false") { return "false" }
            if skip("null") { return nil }
            throw .expected("a value after `\(Quoted(key))`")
        }
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func expect(_ byte: UInt8, _ what: @autoclosure () -> String) throws(JSONLineError) {
        guard let found = peek() else { throw .ended }
        guard found == byte else { throw .expected(what()) }
        position += 1
    }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == ASCII.blank || byte == ASCII.tab || byte == ASCII.carriageReturn {
            position += 1
        }
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
            return false
        }
        position = end
        return true
    }

    private mutating func number() throws(JSONLineError) -> String {
        let start = position
        if peek() == 0x2D { position += 1 }
        if peek() == 0x30 { position += 1 } else { try digits() }
        if peek() == 0x2E {
            position += 1
            try digits()
        }
        if peek() == 0x65 || peek() == 0x45 {
            position += 1
            if peek() == 0x2B || peek() == 0x2D { position += 1 }
            try digits()
        }
        if let next = peek(), (0x30...0x39).contains(next) { throw .badNumber }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONLineError) {
        let start = position
        while let byte = peek(), (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw .badNumber }
    }

    private mutating func string() throws(JSONLineError) -> String {
        position += 1
        let start = position
        while let byte = peek() {
            if byte == ASCII.quote || byte == 0x5C || byte < 0x20 { break }
            position += 1
        }
        guard peek() == ASCII.quote else { return try escapedString(from: start) }
        defer { position += 1 }
        guard position - start <= TabularLimits.fieldLength else { throw .longField }
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<position])
        guard let text = String(strictUTF8: slice) else { throw .invalidUTF8 }
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSONLineError) -> String {
        var text = Array(bytes[start..<position])
        while let byte = peek() {
            position += 1
            switch byte {
            case ASCII.quote:
                guard text.count <= TabularLimits.fieldLength else { throw .longField }
                guard let text = String(validating: text, as: UTF8.self) else { throw .invalidUTF8 }
                return text
            case 0x5C: text.append(contentsOf: Array(String(try escape()).utf8))
            case 0..<0x20: throw .rawControl
            default: text.append(byte)
            }
        }
        throw .openString
    }

    private mutating func escape() throws(JSONLineError) -> Unicode.Scalar {
        guard let byte = peek() else { throw .openString }
        position += 1
        switch byte {
        case 0x22: return "\""
        case 0x5C: return "\\"
        case 0x2F: return "/"
        case 0x62: return "\u{8}"
        case 0x66: return "\u{C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75: break
        default: throw .badEscape
        }
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
        guard UTF16.isLeadSurrogate(first), skip("\\u") else { throw .loneSurrogate }
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else { throw .loneSurrogate }
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
        guard let scalar = Unicode.Scalar(value) else { throw .loneSurrogate }
        return scalar
    }

    private mutating func codeUnit() throws(JSONLineError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw .openString }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .badEscape }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
