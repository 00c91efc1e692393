import CSodium

/// Seals a backup, piece by piece, in order.
public struct BackupSealing: ~Copyable {
    /// The header with all its fields, to be written first.
    public let header: [UInt8]
    private var state: crypto_secretstream_xchacha20poly1305_state

    init(_ header: BackupHeader, key: borrowing SecretKey, commitmentKey: borrowing SecretKey, random: any RandomSource)
    {
        precondition(Sodium.isReady, "libsodium does not start")
        precondition(header.installation.count == 32, "an installation is told by 32 bytes")
        var header = header
        header.salt = random.bytes(32)
        let streamKey = BackupStream.key(header, parent: key)
        var state = crypto_secretstream_xchacha20poly1305_state()
        var streamHeader = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_headerbytes()))
        let status = unsafe streamKey.withBytes { key in
            unsafe crypto_secretstream_xchacha20poly1305_init_push(&state, &streamHeader, key.octets)
        }
        precondition(status == 0, "beginning a stream does not fail")
        self.state = state
        header.streamHeader = streamHeader
        header.commitment = BackupStream.commitment(header, key: commitmentKey)
        self.header = header.encoded
    }

    /// A piece, sealed; nothing can follow after the last one.
    public mutating func seal(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: piece.count + BackupStream.overhead)
        let tag = isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : 0
        let status = unsafe crypto_secretstream_xchacha20poly1305_push(
            &state, &sealed, nil, piece, UInt64(piece.count), nil, 0, tag)
        precondition(status == 0, "sealing a piece does not fail")
        return sealed
    }
}
