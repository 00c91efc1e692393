import CSodium

/// A stream of pieces that cannot be exchanged, left out or cut off: libsodium's secretstream.
///
/// The cipher does not commit to its key; whoever begins a stream has to, see ``BackupStream`` and ``SealedArchive``.
enum SecretStream {
    /// What sealing adds to a piece.
    static let overhead = Int(crypto_secretstream_xchacha20poly1305_abytes())
    static let headerByteCount = Int(crypto_secretstream_xchacha20poly1305_headerbytes())

    struct Sealing: ~Copyable {
        /// Goes before the pieces.
        let header: [UInt8]
        private var state: crypto_secretstream_xchacha20poly1305_state

        init(key: borrowing SecretKey) {
            var state = crypto_secretstream_xchacha20poly1305_state()
            var header = [UInt8](repeating: 0, count: SecretStream.headerByteCount)
            let status = unsafe key.withBytes { key in
                unsafe crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key.octets)
            }
            precondition(status == 0, "beginning a stream does not fail")
            self.state = state
            self.header = header
        }

        /// A piece, sealed; nothing can follow after the last one.
        mutating func seal(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
            var sealed = [UInt8](repeating: 0, count: piece.count + SecretStream.overhead)
            let tag = isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : 0
            let status = unsafe crypto_secretstream_xchacha20poly1305_push(
                &state, &sealed, nil, piece, UInt64(piece.count), nil, 0, tag)
            precondition(status == 0, "sealing a piece does not fail")
            return sealed
        }
    }

    struct Opening: ~Copyable {
        private var state: crypto_secretstream_xchacha20poly1305_state
        /// Whether the last piece has come.
        private(set) var isComplete = false

        /// Nothing for a header that is none.
        init?(_ header: [UInt8], key: borrowing SecretKey) {
            var state = crypto_secretstream_xchacha20poly1305_state()
            guard header.count == SecretStream.headerByteCount else { return nil }
            let status = unsafe key.withBytes { key in
                unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key.octets)
            }
            guard status == 0 else { return nil }
            self.state = state
        }

        /// What a sealed piece holds; nothing for one that was altered or stands in another's place.
        mutating func open(_ sealed: [UInt8]) -> [UInt8]? {
            guard !isComplete, sealed.count >= SecretStream.overhead else { return nil }
            var piece = [UInt8](repeating: 0, count: sealed.count - SecretStream.overhead)
            var tag: UInt8 = 0
            let status = unsafe crypto_secretstream_xchacha20poly1305_pull(
                &state, &piece, nil, &tag, sealed, UInt64(sealed.count), nil, 0)
            guard status == 0 else { return nil }
            isComplete = tag == crypto_secretstream_xchacha20poly1305_tag_final()
            return piece
        }
    }
}
