import Domain
import Sealing

/// The public name of an item: 128 bits that tell nothing, the same for every viewer.
///
/// A keyed permutation of (kind, owner's number, the item's keyed digest), so that it is as opaque as a keyed hash and yet needs
/// no index to be found again: a table from ids to owners would be one more thing to seal, and to erase. Four Feistel
/// rounds of keyed BLAKE2b over halves of 64 bits (Luby and Rackoff, 1988: a strong pseudorandom permutation).
struct ItemID: Hashable {
    static let prefix = "it_"

    let kind: ActivityKind
    let owner: PersonID
    /// The upper 56 bits of the item's digest.
    let nonce: UInt64

    private static func round(_ number: UInt8, _ half: UInt64, _ keys: KeyHierarchy) -> UInt64 {
        let digest = keys.digest(.itemID, [[number], withUnsafeBytes(of: half.littleEndian) { Array($0) }])
        return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// As the API shows it.
    func text(_ keys: KeyHierarchy) -> String {
        var left = owner.rawValue
        var right = nonce & ~0xFF | UInt64(kind.rawValue)
        for number in UInt8(0)..<4 { (left, right) = (right, left ^ Self.round(number, right, keys)) }
        let bytes = [left, right].flatMap { half in withUnsafeBytes(of: half.bigEndian) { Array($0) } }
        return Self.prefix + Base64URL.encode(bytes)
    }

    /// Nothing, when the text is no id that could ever have been made.
    init?(_ text: String, _ keys: KeyHierarchy) {
        guard text.hasPrefix(Self.prefix), let bytes = Base64URL.decode(text.dropFirst(Self.prefix.count)),
            bytes.count == 16
        else { return nil }
        var left = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var right = bytes[8...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        for number in (UInt8(0)..<4).reversed() { (left, right) = (right ^ Self.round(number, left, keys), left) }
        guard left != 0, let kind = ActivityKind(rawValue: UInt8(truncatingIfNeeded: right)) else { return nil }
        self.init(kind: kind, owner: PersonID(rawValue: left), nonce: right & ~0xFF)
    }

    init(kind: ActivityKind, owner: PersonID, nonce: UInt64) {
        self.kind = kind
        self.owner = owner
        self.nonce = nonce & ~0xFF
    }
}
