import Foundation

/// How the tools write JSON: keys sorted, so that equal findings are equal texts.
enum JSONText {
    static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Everything that is written here is made of texts, numbers and flags, which always encode.
        guard let bytes = try? encoder.encode(value) else { return "{}\n" }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
