/// What is wrong with the plaintext of a record.
enum RecordFormatError: Error, Equatable {
    case truncated
    case malformed
    case unknownVersion(UInt8)
}

/// A position in the plaintext of a record, moved on by each read.
///
/// The bytes are lent to every call, so that no copy of them outlives the opened record.
struct RecordCursor {
    private var position = 0

    mutating func number<Number: FixedWidthInteger>(
        _ type: Number.Type = Number.self, in bytes: Span<UInt8>
    ) throws(RecordFormatError) -> Number {
        let size = Number.bitWidth / 8
        guard position + size <= bytes.count else { throw .truncated }
        var value: Number.Magnitude = 0
        for offset in 0..<size {
            value |= Number.Magnitude(bytes[position + offset]) << Number.Magnitude(offset * 8)
        }
        position += size
        return Number(truncatingIfNeeded: value)
    }

    mutating func flag(in bytes: Span<UInt8>) throws(RecordFormatError) -> Bool {
        switch try number(UInt8.self, in: bytes) {
        case 0: return false
        case 1: return true
        default: throw .malformed
        }
    }

    mutating func text(in bytes: Span<UInt8>) throws(RecordFormatError) -> String {
        let count = try Int(number(UInt32.self, in: bytes))
        guard count <= bytes.count - position else { throw .truncated }
        let start = position
        position += count
        let utf8 = bytes.extracting(start..<start + count)
        guard let span = try? UTF8Span(validating: utf8) else { throw .malformed }
        return String(copying: span)
    }

    mutating func optionalText(in bytes: Span<UInt8>) throws(RecordFormatError) -> String? {
        try flag(in: bytes) ? try text(in: bytes) : nil
    }

    mutating func list<Element>(
        in bytes: Span<UInt8>, _ read: (inout RecordCursor) throws(RecordFormatError) -> Element
    ) throws(RecordFormatError) -> [Element] {
        let count = try Int(number(UInt32.self, in: bytes))
        guard count <= bytes.count - position else { throw .truncated }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { try list.append(read(&self)) }
        return list
    }
}
