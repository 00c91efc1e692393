import CSodium

/// What a backup says of itself, in clear; every byte is bound to the stream that follows.
///
/// Nothing of anybody: where it belongs, how old it is and how much there is of it.
public struct BackupHeader: Equatable, Sendable {
    public static let version: UInt8 = 1
    static let magic = Array("vitrine.backup\n".utf8)
    /// As it lies in the file.
    public static let byteCount = 15 + 1 + 32 + 4 + 8 + 8 + 8 + 8 + 4 + 32 + 24 + 32

    /// A keyed digest that tells the installation from others.
    public var installation: [UInt8]
    /// The generation of the keys that the records are sealed under.
    public var keyGeneration: UInt32
    /// How far the narrowing journal had come.
    public var journalMark: UInt64
    /// Seconds since 1970.
    public var createdAt: Int64
    /// The size of the database, and the number of boxes in it.
    public var byteCount: UInt64
    public var boxCount: UInt64
    /// The size of each piece but the last.
    public var chunkByteCount: UInt32
    /// Of which the key of this one stream is made.
    var salt: [UInt8] = []
    var streamHeader: [UInt8] = []
    var commitment: [UInt8] = []

    public init(
        installation: [UInt8], keyGeneration: UInt32, journalMark: UInt64, createdAt: Int64, byteCount: UInt64,
        boxCount: UInt64, chunkByteCount: UInt32 = 1 << 20
    ) {
        self.installation = installation
        self.keyGeneration = keyGeneration
        self.journalMark = journalMark
        self.createdAt = createdAt
        self.byteCount = byteCount
        self.boxCount = boxCount
        self.chunkByteCount = chunkByteCount
    }

    /// Everything before the stream header; what the key of the stream is derived from.
    var seededBytes: [UInt8] {
        var bytes = Self.magic + [Self.version] + installation
        bytes.append(keyGeneration)
        bytes.append(journalMark)
        bytes.append(UInt64(bitPattern: createdAt))
        bytes.append(byteCount)
        bytes.append(boxCount)
        bytes.append(chunkByteCount)
        return bytes + salt
    }

    /// Everything that the commitment stands for.
    var committedBytes: [UInt8] { seededBytes + streamHeader }

    /// As it lies in the file.
    var encoded: [UInt8] { committedBytes + commitment }

    /// Errors: ``BackupError/malformed``, ``BackupError/unknownVersion(_:)``.
    init(encoded bytes: [UInt8]) throws(BackupError) {
        guard bytes.count == Self.byteCount, bytes.starts(with: Self.magic) else { throw .malformed }
        var rest = bytes.dropFirst(Self.magic.count)
        let version = rest.removeFirst()
        guard version == Self.version else { throw .unknownVersion(version) }
        func take(_ count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        func number(_ count: Int) -> UInt64 { take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        installation = take(32)
        keyGeneration = UInt32(truncatingIfNeeded: number(4))
        journalMark = number(8)
        createdAt = Int64(bitPattern: number(8))
        byteCount = number(8)
        boxCount = number(8)
        chunkByteCount = UInt32(truncatingIfNeeded: number(4))
        salt = take(32)
        streamHeader = take(24)
        commitment = take(32)
        // A piece is read into memory as a whole.
        guard (1...(1 << 24)).contains(chunkByteCount) else { throw .malformed }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: number.littleEndian) { bytes in unsafe append(contentsOf: bytes) }
    }
}
