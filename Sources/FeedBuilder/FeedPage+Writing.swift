import Disclosure

extension FeedPage {
    /// The page as an encoder with sorted keys would write it, of items that may have been written before.
    public func written(
        _ encode: (any Encodable) throws -> [UInt8]
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualBytesAnItem * (items.count + 2))
        bytes += #"{"items":["#.utf8
        for index in items.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += try items[index].written { try encode($0) }
        }
        bytes.append(UInt8(ascii: "]"))
        for (name, value) in [("mark", mark), ("next", next), ("policy", policy)] {
            guard let value else { continue }
            bytes += #","\#(name)":"#.utf8
            if value.utf8.allSatisfy(Self.isPlain) {
                bytes.append(UInt8(ascii: "\""))
                bytes += value.utf8
                bytes.append(UInt8(ascii: "\""))
            } else {
                bytes += try encode(value)
            }
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static let usualBytesAnItem = 340

    /// What a text of JSON holds as it is: cursors and marks are of nothing else.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
