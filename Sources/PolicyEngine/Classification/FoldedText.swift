/// A text as titles and terms are compared: lower-case, full-width letters and digits made ordinary.
struct FoldedText {
    /// UTF-8.
    private(set) var bytes: [UInt8]

    init(_ text: String) {
        let source = Array(text.utf8)
        bytes = []
        bytes.reserveCapacity(source.count)
        var position = 0
        while position < source.count {
            let byte = source[position]
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            // What is not folded is copied byte by byte.
            case 0...0x7F, 0x80...0xC2, 0xCA...0xE2, 0xE4...0xEE, 0xF0...: bytes.append(byte)
            default:
                let width = byte < 0xE0 ? 2 : 3
                bytes.append(contentsOf: Self.folded(source[position..<min(source.count, position + width)]))
                position += width - 1
            }
            position += 1
        }
    }

    /// One character of two or three bytes: Latin with diacritics, full-width, or something else.
    private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return Array(bytes) }
        switch scalar.value {
        case 0xC0...0x24F: return Array(scalar.properties.lowercaseMapping.utf8)
        case 0x3000: return [0x20]
        case 0xFF21...0xFF3A: return [UInt8(scalar.value - 0xFEE0) + 0x20]
        case 0xFF01...0xFF5E: return [UInt8(scalar.value - 0xFEE0)]
        default: return Array(bytes)
        }
    }

    /// The runs of Latin letters and digits.
    var words: [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        var position = 0
        while position < bytes.count {
            let width = wordWidth(at: position)
            if width > 0 {
                if start == nil { start = position }
                position += width
            } else {
                if let first = start { words.append(first..<position) }
                start = nil
                position += 1
            }
        }
        if let first = start { words.append(first..<bytes.count) }
        return words
    }

    /// How many bytes the letter or digit takes that begins here; 0 when none does.
    private func wordWidth(at position: Int) -> Int {
        switch bytes[position] {
        case 0x30...0x39, 0x61...0x7A: 1
        // U+00C0 to U+024F, Latin with diacritics.
        case 0xC3...0xC9: position + 1 < bytes.count ? 2 : 0
        default: 0
        }
    }
}
