/// Writes the plaintext of a record: little-endian numbers, texts and lists with their length before them.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int = 256) {
        bytes.reserveCapacity(count)
    }

    mutating func put<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ flag: Bool) {
        put(UInt8(flag ? 1 : 0))
    }

    mutating func put(_ text: String) {
        let utf8 = text.utf8
        put(UInt32(utf8.count))
        bytes.append(contentsOf: utf8)
    }

    mutating func put(_ text: String?) {
        put(text != nil)
        if let text { put(text) }
    }

    /// A list, each element written by the closure.
    mutating func put<Element>(_ list: some Collection<Element>, _ write: (inout RecordWriter, Element) -> Void) {
        put(UInt32(list.count))
        for element in list { write(&self, element) }
    }

    /// Zeros up to the given length of the whole.
    mutating func pad(to count: Int) {
        if bytes.count < count { bytes.append(contentsOf: repeatElement(0, count: count - bytes.count)) }
    }
}
