import NIOCore

/// Finds where answers end on a connection that has one request under way at a time.
struct AnswerReader {
    enum Finding {
        case needsMore
        case answer(status: Int, bodyLength: Int)
        case malformed
    }

    private var gathered: ByteBuffer?
    /// What lies ahead of the end of the answer whose head was read.
    private var remaining = 0
    private var found: (status: Int, bodyLength: Int)?
    /// Whether whole answers are kept for ``takeBytes()``.
    var keepsBytes = false
    private var kept: ByteBuffer?

    mutating func read(_ buffer: ByteBuffer) -> Finding {
        if keepsBytes {
            var copy = buffer
            if kept == nil { kept = copy } else { kept?.writeBuffer(&copy) }
        }
        if found != nil {
            remaining -= buffer.readableBytes
            return finish()
        }
        var bytes = buffer
        if var before = gathered {
            before.writeBuffer(&bytes)
            bytes = before
            gathered = nil
        }
        guard let head = Self.head(bytes) else {
            gathered = bytes
            return bytes.readableBytes > 65_536 ? .malformed : .needsMore
        }
        guard head.status >= 0 else { return .malformed }
        found = (head.status, head.bodyLength)
        remaining = head.length + head.bodyLength - bytes.readableBytes
        return finish()
    }

    /// The bytes of the answer that was found last, head included.
    mutating func takeBytes() -> ByteBuffer? {
        defer { kept = nil }
        return kept
    }

    private mutating func finish() -> Finding {
        guard let found, remaining <= 0 else { return .needsMore }
        self.found = nil
        // One request at a time: nothing can follow.
        return remaining == 0 ? .answer(status: found.status, bodyLength: found.bodyLength) : .malformed
    }

    /// The end of the head, its status and the length that it promises; nothing while the head is not whole.
    private static func head(_ buffer: ByteBuffer) -> (length: Int, status: Int, bodyLength: Int)? {
        unsafe buffer.withUnsafeReadableBytes { bytes in
            var length = 0
            var lineStart = 0
            var index = 0
            while index + 1 < bytes.count {
                guard unsafe bytes[index] == 0x0D, unsafe bytes[index + 1] == 0x0A else {
                    index += 1
                    continue
                }
                if index == lineStart {
                    let status = unsafe bytes.count > 12 ? number(bytes, from: 9) : -1
                    return (index + 2, status, length)
                }
                if unsafe isContentLength(bytes, from: lineStart) {
                    length = unsafe number(bytes, from: lineStart + 15)
                }
                index += 2
                lineStart = index
            }
            return nil
        }
    }

    private static let name = Array("content-length:".utf8)

    private static func isContentLength(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        guard start + name.count < bytes.count, unsafe bytes[start] | 0x20 == name[0] else { return false }
        for index in name.indices where unsafe bytes[start + index] | 0x20 != name[index] | 0x20 { return false }
        return true
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var (value, index) = (0, start)
        while index < bytes.count, unsafe bytes[index] == 0x20 { index += 1 }
        while index < bytes.count, unsafe (0x30...0x39).contains(bytes[index]) {
            value = unsafe value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return value
    }
}
