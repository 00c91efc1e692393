/// Writes the plaintext of an export: numbers in little endian, byte strings with their length before them.
///
/// Room for all of it is made first, so that growing leaves no copy behind.
struct ExportWriter: ~Copyable {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func put(_ number: some FixedWidthInteger) {
        unsafe withUnsafeBytes(of: number.littleEndian) { number in unsafe bytes.append(contentsOf: number) }
    }

    mutating func put(_ text: [UInt8]) {
        put(UInt32(text.count))
        bytes.append(contentsOf: text)
    }

    mutating func put(_ key: borrowing SecretKey) {
        put(UInt32(SecretKey.byteCount))
        unsafe key.withBytes { key in unsafe bytes.append(contentsOf: key) }
    }

    /// Bytes that are followed by nothing.
    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func wipe() {
        bytes.wipe()
    }
}
