/// Bytes as they are written in the known answers.
enum Hexadecimal {
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text.utf8.filter { $0 != 0x0A && $0 != 0x20 }[...]
        while let high = rest.popFirst(), let low = rest.popFirst() {
            bytes.append(digit(high) << 4 | digit(low))
        }
        return bytes
    }

    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func digit(_ character: UInt8) -> UInt8 {
        character < 0x3A ? character - 0x30 : character - 0x57
    }
}
