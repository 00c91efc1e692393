extension String {
    /// Nothing, when the bytes are not valid UTF-8.
    init?(strictUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        // Most cells are ASCII, and this way round they cost no look-up of generic metadata at run time.
        if bytes.allSatisfy({ $0 < 0x80 }) {
            self.init(decoding: bytes, as: UTF8.self)
        } else {
            self.init(validating: bytes, as: UTF8.self)
        }
    }
}
