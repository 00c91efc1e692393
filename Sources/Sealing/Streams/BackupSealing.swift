/// Seals a backup, piece by piece, in order.
public struct BackupSealing: ~Copyable {
    /// The header with all its fields, to be written first.
    public let header: [UInt8]
    private var stream: SecretStream.Sealing

    init(_ header: BackupHeader, key: borrowing SecretKey, commitmentKey: borrowing SecretKey, random: any RandomSource)
    {
        precondition(Sodium.isReady, "libsodium does not start")
        precondition(header.installation.count == 32, "an installation is told by 32 bytes")
        var header = header
        header.salt = random.bytes(32)
        stream = SecretStream.Sealing(key: BackupStream.key(header, parent: key))
        header.streamHeader = stream.header
        header.commitment = BackupStream.commitment(header, key: commitmentKey)
        self.header = header.encoded
    }

    /// A piece, sealed; nothing can follow after the last one.
    public mutating func seal(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        stream.seal(piece, isLast: isLast)
    }
}
