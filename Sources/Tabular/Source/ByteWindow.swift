import Foundation

/// The stretch of the input that is being looked at.
struct ByteWindow {
    /// Big enough that a system call a chunk costs nothing, small enough for a cache.
    private static let chunk = 256 * 1024

    private let source: any ByteSource
    private var buffer = [UInt8](repeating: 0, count: ByteWindow.chunk)
    private var start = 0
    private var end = 0
    /// Whether nothing comes after the window.
    private(set) var isFinal = false
    /// How many bytes were consumed.
    private(set) var consumed = 0

    init(_ source: any ByteSource) {
        self.source = source
    }

    var totalBytes: Int? { source.totalBytes }
    var count: Int { end - start }

    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try buffer.withUnsafeBufferPointer { all throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: all[start..<end]))
        }
    }

    mutating func consume(_ count: Int) {
        start += count
        consumed += count
    }

    /// Reads on; the window keeps what it had.
    mutating func extend() throws(TabularError) {
        guard !isFinal else { return }
        if start > 0 {
            let (start, count) = (start, count)
            buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                memmove(base, base + start, count)
            }
            self.start = 0
            end = count
        }
        if end == buffer.count {
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
        let source = source
        let end = end
        let count = try buffer.withUnsafeMutableBufferPointer { bytes throws(TabularError) in
            try source.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[end...])))
        }
        if count == 0 { isFinal = true }
        self.end += count
    }
}
