/// A sensitivity class as it is sealed with a purchase: a short hash of its name.
///
/// A pure function of the name, so that records stay readable when classes come and go; a policy in which two names collide
/// does not load, and a code that no class of the policy has is treated as tier A.
public struct ClassCode: Hashable, Sendable {
    public let rawValue: UInt16

    /// The code of goods that no class was found for.
    public static let unknown = ClassCode(rawValue: 0)

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// FNV-1a of 32 bits, folded to 16; never zero.
    public init(name: some StringProtocol) {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.utf8 {
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        }
        let folded = UInt16(truncatingIfNeeded: hash >> 16 ^ hash)
        rawValue = folded == 0 ? 1 : folded
    }
}
