extension UnsafeRawBufferPointer {
    /// The first byte, for C functions that take no null pointer even where the length is zero.
    var octets: UnsafePointer<UInt8> {
        guard let start = unsafe baseAddress ?? UnsafeRawPointer(bitPattern: 64) else { preconditionFailure() }
        return unsafe start.assumingMemoryBound(to: UInt8.self)
    }
}

extension UnsafeMutableRawBufferPointer {
    /// The first byte, for C functions that take no null pointer even where the length is zero.
    var octets: UnsafeMutablePointer<UInt8> {
        guard let start = unsafe baseAddress ?? UnsafeMutableRawPointer(bitPattern: 64) else { preconditionFailure() }
        return unsafe start.assumingMemoryBound(to: UInt8.self)
    }
}
