import CSodium

/// Opens a backup, piece by piece, in order.
public struct BackupOpening: ~Copyable {
    public let header: BackupHeader
    private var state: crypto_secretstream_xchacha20poly1305_state
    /// Whether the last piece has come.
    public private(set) var isComplete = false

    init(
        _ bytes: [UInt8], installation: [UInt8], key: borrowing SecretKey, commitmentKey: borrowing SecretKey
    ) throws(BackupError) {
        guard Sodium.isReady else { throw .malformed }
        let header = try BackupHeader(encoded: bytes)
        guard header.installation == installation else { throw .foreign }
        let expected = BackupStream.commitment(header, key: commitmentKey)
        guard unsafe sodium_memcmp(expected, header.commitment, expected.count) == 0 else { throw .refused }
        let streamKey = BackupStream.key(header, parent: key)
        var state = crypto_secretstream_xchacha20poly1305_state()
        let streamHeader = header.streamHeader
        let status = unsafe streamKey.withBytes { key in
            unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, streamHeader, key.octets)
        }
        guard status == 0 else { throw .refused }
        self.state = state
        self.header = header
    }

    /// What a sealed piece holds.
    public mutating func open(_ sealed: [UInt8]) throws(BackupError) -> [UInt8] {
        guard !isComplete else { throw .overlong }
        guard sealed.count >= BackupStream.overhead else { throw .truncated }
        var piece = [UInt8](repeating: 0, count: sealed.count - BackupStream.overhead)
        var tag: UInt8 = 0
        let status = unsafe crypto_secretstream_xchacha20poly1305_pull(
            &state, &piece, nil, &tag, sealed, UInt64(sealed.count), nil, 0)
        guard status == 0 else { throw .altered }
        isComplete = tag == crypto_secretstream_xchacha20poly1305_tag_final()
        return piece
    }
}
