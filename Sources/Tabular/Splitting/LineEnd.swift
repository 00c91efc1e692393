import Foundation

/// Finds the end of a line.
enum LineEnd {
    /// Where the first line feed is.
    static func position(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        position(of: ASCII.lineFeed, in: bytes, from: start)
    }

    static func position(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// The first line: where its text ends, and its length with the line end.
    static func line(in bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) -> (textEnd: Int, length: Int)? {
        let feed = position(in: bytes)
        guard feed != nil || isFinal else { return nil }
        var textEnd = feed ?? bytes.count
        if textEnd > 0, bytes[textEnd - 1] == ASCII.carriageReturn { textEnd -= 1 }
        return (textEnd, feed.map { $0 + 1 } ?? bytes.count)
    }
}
