/// Bytes that are equal exactly when what was put in is equal: every part carries its length.
struct CanonicalEncoding {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// An optional number, told apart from every number.
    mutating func put(_ number: Int?) {
        put(number == nil ? 0 : 1)
        put(number ?? 0)
    }

    mutating func put(_ numbers: some Collection<Int>) {
        put(numbers.count)
        for number in numbers { put(number) }
    }

    /// Things whose order means nothing.
    mutating func putUnordered<Element>(
        _ elements: some Collection<Element>, _ encode: (inout CanonicalEncoding, Element) -> Void
    ) {
        let encoded = elements.map { element in
            var encoding = CanonicalEncoding()
            encode(&encoding, element)
            return encoding.bytes
        }
        put(encoded.count)
        for bytes in encoded.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            put(bytes.count)
            self.bytes.append(contentsOf: bytes)
        }
    }
}
