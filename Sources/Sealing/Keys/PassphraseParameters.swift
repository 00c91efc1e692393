import CSodium

/// How a root key is made of a passphrase: Argon2id (RFC 9106) with these costs and this salt.
///
/// Not secret. They lie beside the databases, so they are capped when they are read: a file that somebody else wrote must
/// not demand all memory there is, or a year.
public struct PassphraseParameters: Hashable, Sendable {
    public static let saltByteCount = 16
    /// What a file may ask for at most: 1 GiB, and 16 passes.
    public static let largestMemory = 1 << 30
    public static let mostPasses: UInt64 = 16
    /// Below this a passphrase would be tried at leisure: 64 MiB.
    static let smallestMemory = 64 << 20
    private static let header = "vitrine passphrase 1"

    public let passes: UInt64
    /// In bytes.
    public let memory: Int
    public let salt: [UInt8]

    /// The costs that libsodium names moderate: 3 passes over 256 MiB.
    public static func generate(random: any RandomSource) -> PassphraseParameters {
        PassphraseParameters(passes: 3, memory: 256 << 20, salt: random.bytes(saltByteCount))
    }

    init(passes: UInt64, memory: Int, salt: [UInt8]) {
        self.passes = passes
        self.memory = memory
        self.salt = salt
    }

    /// The text that is kept, one setting a line.
    public var text: String {
        let digits = salt.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "\(Self.header)\npasses \(passes)\nmemory \(memory)\nsalt \(digits.joined())\n"
    }

    /// Errors: ``SealingError/passphraseParametersMalformed`` for another text, and
    /// ``SealingError/passphraseParametersExcessive`` for costs out of bounds.
    public init(text: String) throws(SealingError) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.utf8.count <= 512, lines.count == 5, lines[4].isEmpty, lines[0] == Self.header,
            let passes = Self.value(of: "passes", in: lines[1]).flatMap({ UInt64($0) }),
            let memory = Self.value(of: "memory", in: lines[2]).flatMap({ Int($0) }),
            let digits = Self.value(of: "salt", in: lines[3]), let salt = Self.bytes(digits),
            salt.count == Self.saltByteCount
        else { throw .passphraseParametersMalformed }
        try self.init(bounded: passes, memory: memory, salt: salt)
    }

    private init(bounded passes: UInt64, memory: Int, salt: [UInt8]) throws(SealingError) {
        guard (1...Self.mostPasses).contains(passes), (Self.smallestMemory...Self.largestMemory).contains(memory)
        else { throw .passphraseParametersExcessive }
        self.init(passes: passes, memory: memory, salt: salt)
    }

    static let encodedByteCount = saltByteCount + 16

    /// As they lie in a file that is sealed under a passphrase: salt, passes, memory.
    var encoded: [UInt8] {
        let numbers = [passes, UInt64(memory)]
        return salt + numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    }

    /// Errors: those of ``init(text:)``.
    init(encoded bytes: [UInt8]) throws(SealingError) {
        guard bytes.count == Self.encodedByteCount else { throw .passphraseParametersMalformed }
        func number(_ start: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
        }
        try self.init(
            bounded: number(Self.saltByteCount), memory: Int(clamping: number(Self.saltByteCount + 8)),
            salt: Array(bytes.prefix(Self.saltByteCount)))
    }

    private static func value(of name: String, in line: Substring) -> Substring? {
        line.hasPrefix(name + " ") ? line.dropFirst(name.count + 1) : nil
    }

    private static func bytes(_ digits: Substring) -> [UInt8]? {
        let utf8 = Array(digits.utf8)
        guard utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: utf8.count, by: 2) {
            guard let byte = UInt8(String(decoding: utf8[index..<index + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
