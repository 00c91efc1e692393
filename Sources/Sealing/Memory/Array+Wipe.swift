import CSodium

extension [UInt8] {
    /// Overwrites the bytes with zeros in a way that the optimiser keeps, and leaves the array empty.
    mutating func wipe() {
        unsafe withUnsafeMutableBytes { buffer in unsafe sodium_memzero(buffer.baseAddress, buffer.count) }
        removeAll()
    }
}
