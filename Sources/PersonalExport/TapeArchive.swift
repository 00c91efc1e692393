/// A POSIX ustar archive of small files, as `tar` reads it.
///
/// Source: IEEE Std 1003.1, pax, “ustar Interchange Format”.
struct TapeArchive {
    private static let block = 512
    private(set) var bytes: [UInt8] = []

    /// Adds a regular file of mode 0600.
    ///
    /// Precondition: a name of at most 100 ASCII characters.
    mutating func add(_ name: String, _ content: [UInt8], modifiedAt seconds: Int64) {
        precondition(name.utf8.count <= 100 && name.utf8.allSatisfy { $0 < 0x80 }, "the name does not fit")
        var header = [UInt8](repeating: 0, count: Self.block)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        put(name, at: 0)
        put(Self.octal(0o600, 7), at: 100)
        put(Self.octal(0, 7), at: 108)
        put(Self.octal(0, 7), at: 116)
        put(Self.octal(Int64(content.count), 11), at: 124)
        put(Self.octal(max(0, seconds), 11), at: 136)
        // The checksum is worked out as if its field were blank.
        put(String(repeating: " ", count: 8), at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(Self.octal(header.reduce(0) { $0 + Int64($1) }, 6) + "\0 ", at: 148)
        bytes += header
        bytes += content
        bytes += [UInt8](repeating: 0, count: (Self.block - content.count % Self.block) % Self.block)
    }

    /// The whole, with the two empty blocks that end it.
    var closed: [UInt8] { bytes + [UInt8](repeating: 0, count: 2 * Self.block) }

    private static func octal(_ number: Int64, _ width: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
