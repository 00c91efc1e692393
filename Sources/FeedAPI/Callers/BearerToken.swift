/// The secret that came with a request.
///
/// Sensitivity: secret; it does not show in interpolations or mirrors.
struct BearerToken: Sendable {
    /// Far longer than any token that is issued.
    static let maximumLength = 512

    private let bytes: [UInt8]

    /// Nothing, unless the text is 1 to 512 characters of RFC 6750's token.
    init?(_ text: Substring) {
        guard (1...Self.maximumLength).contains(text.utf8.count), text.utf8.allSatisfy(Self.isTokenByte) else {
            return nil
        }
        bytes = Array(text.utf8)
    }

    /// The secret itself, to be digested and nothing else.
    var secret: String { String(decoding: bytes, as: UTF8.self) }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"),
            UInt8(ascii: "/"),
            UInt8(ascii: "="):
            true
        default: false
        }
    }
}

extension BearerToken: CustomStringConvertible, CustomReflectable {
    var description: String { "BearerToken" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
