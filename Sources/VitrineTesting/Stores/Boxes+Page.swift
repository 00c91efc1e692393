public import Domain

extension [Address: SealedBox] {
    /// Boxes of a length behind an address, in the order of the addresses.
    public func page(ofByteCount byteCount: Int, after address: Address?, limit: Int) -> [(
        address: Address, box: SealedBox
    )] {
        filter { entry in entry.value.bytes.count == byteCount && address.map { $0 < entry.key } ?? true }
            .sorted { $0.key < $1.key }.prefix(limit).map { ($0.key, $0.value) }
    }
}
