/// The columns of a record.
struct StoredRow {
    enum Value {
        case null
        case integer(Int)
        case text(Range<Int>)
        case blob(Range<Int>)
        case real

        var range: Range<Int>? {
            switch self {
            case .text(let range), .blob(let range): range
            default: nil
            }
        }
    }

    let payload: [UInt8]
    let values: [Value]

    /// Reads a record; of one that is damaged or cut off as many columns as can be read.
    init(_ payload: [UInt8]) {
        self.payload = payload
        values = Self.values(of: payload)
    }

    private static func values(of payload: [UInt8]) -> [Value] {
        var values: [Value] = []
        guard let header = ByteReading.varint(payload, at: 0) else { return values }
        var position = header.width
        var content = header.value
        while position < min(header.value, payload.count) {
            guard let type = ByteReading.varint(payload, at: position) else { break }
            position += type.width
            guard let (value, length) = value(payload, type: type.value, at: content) else { break }
            values.append(value)
            content += length
        }
        return values
    }

    private static func value(_ payload: [UInt8], type: Int, at offset: Int) -> (Value, Int)? {
        switch type {
        case 0: return (.null, 0)
        case 1...6:
            let width = [1, 2, 3, 4, 6, 8][type - 1]
            guard let number = ByteReading.number(payload, at: offset, width: width) else { return nil }
            return (.integer(number), width)
        case 7: return (.real, 8)
        case 8, 9: return (.integer(type - 8), 0)
        case 12...:
            let length = (type - 12) / 2
            // What goes on on a page that was not read is told by its place alone.
            let range = offset..<offset + length
            return (type.isMultiple(of: 2) ? .blob(range) : .text(range), length)
        default: return nil
        }
    }

    func text(_ index: Int) -> String? {
        guard values.indices.contains(index), case .text(let range) = values[index], range.upperBound <= payload.count
        else { return nil }
        return String(decoding: payload[range], as: UTF8.self)
    }

    func integer(_ index: Int) -> Int? {
        guard values.indices.contains(index), case .integer(let number) = values[index] else { return nil }
        return number
    }

    func bytes(_ index: Int) -> ArraySlice<UInt8>? {
        guard values.indices.contains(index), let range = values[index].range, range.upperBound <= payload.count else {
            return nil
        }
        return payload[range]
    }
}
