import CSodium

/// Opens a backup, piece by piece, in order.
public struct BackupOpening: ~Copyable {
    public let header: BackupHeader
    private var stream: SecretStream.Opening
    /// Whether the last piece has come.
    public var isComplete: Bool { stream.isComplete }

    init(
        _ bytes: [UInt8], installation: [UInt8], key: borrowing SecretKey, commitmentKey: borrowing SecretKey
    ) throws(BackupError) {
        guard Sodium.isReady else { throw .malformed }
        let header = try BackupHeader(encoded: bytes)
        guard header.installation == installation else { throw .foreign }
        let expected = BackupStream.commitment(header, key: commitmentKey)
        guard unsafe sodium_memcmp(expected, header.commitment, expected.count) == 0 else { throw .refused }
        guard
            let stream = SecretStream.Opening(header.streamHeader, key: BackupStream.key(header, parent: key))
        else { throw .refused }
        self.stream = stream
        self.header = header
    }

    /// What a sealed piece holds.
    public mutating func open(_ sealed: [UInt8]) throws(BackupError) -> [UInt8] {
        guard !isComplete else { throw .overlong }
        guard sealed.count >= SecretStream.overhead else { throw .truncated }
        guard let piece = stream.open(sealed) else { throw .altered }
        return piece
    }
}
