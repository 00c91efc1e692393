/// The form in which a needle might be written.
enum NeedleForm: UInt8, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian, base64, hexadecimal, littleEndian, bigEndian, decimal, bytes

    var text: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .base64: "base64"
        case .hexadecimal: "hexadecimal"
        case .littleEndian: "little-endian number"
        case .bigEndian: "big-endian number"
        case .decimal: "decimal number"
        case .bytes: "bytes"
        }
    }

    /// Every form of a text.
    static func forms(of text: String) -> [(NeedleForm, [UInt8])] {
        let utf8 = Array(text.utf8)
        let units = Array(text.utf16)
        return [
            (.utf8, utf8),
            (.utf16LittleEndian, units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            (.utf16BigEndian, units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        ] + encoded(utf8)
    }

    /// Every form of a number of eight bytes.
    static func forms(of number: UInt64) -> [(NeedleForm, [UInt8])] {
        let little = (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
        let big = Array(little.reversed())
        return [(.littleEndian, little), (.bigEndian, big), (.decimal, Array(String(number).utf8))]
            + encoded(little) + encoded(big)
    }

    /// Base64 wherever in a longer text the bytes begin, and hexadecimal.
    static func encoded(_ bytes: [UInt8]) -> [(NeedleForm, [UInt8])] {
        var forms: [(NeedleForm, [UInt8])] = []
        let upper = bytes.flatMap { hexadecimal($0, Array("0123456789ABCDEF".utf8)) }
        let lower = bytes.flatMap { hexadecimal($0, Array("0123456789abcdef".utf8)) }
        forms.append((.hexadecimal, lower))
        if upper != lower { forms.append((.hexadecimal, upper)) }
        for shift in 0..<3 {
            for last in ["+/", "-_"] {
                let form = base64(bytes, shift: shift, last: Array(last.utf8))
                if !forms.contains(where: { $0.1 == form }) { forms.append((.base64, form)) }
            }
        }
        return forms
    }

    private static func hexadecimal(_ byte: UInt8, _ digits: [UInt8]) -> [UInt8] {
        [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// The characters that depend on the bytes alone when `shift` other bytes lie before them.
    private static func base64(_ bytes: [UInt8], shift: Int, last: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + last
        let all = Array(repeating: UInt8(0), count: shift) + bytes
        func bit(_ index: Int) -> Int { Int(all[index / 8] >> UInt8(7 - index % 8)) & 1 }
        let first = (shift * 8 + 5) / 6
        return (first..<max(first, all.count * 8 / 6)).map { character in
            alphabet[(0..<6).reduce(0) { $0 << 1 | bit(character * 6 + $1) }]
        }
    }
}
