/// One page of a database, as it lies in the file or in the log.
///
/// Source: <https://www.sqlite.org/fileformat2.html>. Nothing is believed: what does not fit reads as nothing.
struct Page {
    enum Kind: UInt8 {
        case indexInterior = 2
        case tableInterior = 5
        case indexLeaf = 10
        case tableLeaf = 13

        var isInterior: Bool { self == .indexInterior || self == .tableInterior }
        var isIndex: Bool { self == .indexInterior || self == .indexLeaf }
    }

    /// A record, or a way down, on a page.
    struct Cell {
        let child: Int?
        let payloadLength: Int
        /// What of the payload lies on this page.
        let local: Range<Int>
        /// The page on which the payload goes on.
        let overflow: Int?
        let range: Range<Int>
    }

    let number: Int
    let bytes: [UInt8]

    /// The first page begins with the header of the file.
    private var start: Int { number == 1 ? 100 : 0 }

    var kind: Kind? { bytes.count > start ? Kind(rawValue: bytes[start]) : nil }

    var cellCount: Int { ByteReading.number(bytes, at: start + 3, width: 2) ?? 0 }

    /// Where the page of the largest keys is.
    var rightmost: Int? {
        kind?.isInterior == true ? ByteReading.number(bytes, at: start + 8, width: 4) : nil
    }

    /// The cells that are in use; those that do not fit on the page are left out.
    func cells(usable: Int) -> [Cell] {
        guard let kind else { return [] }
        let pointers = start + (kind.isInterior ? 12 : 8)
        return (0..<cellCount).compactMap { index in
            ByteReading.number(bytes, at: pointers + 2 * index, width: 2)
                .flatMap { cell(at: $0, kind: kind, usable: usable) }
        }
    }

    private func cell(at offset: Int, kind: Kind, usable: Int) -> Cell? {
        var position = offset
        var child: Int?
        if kind.isInterior {
            child = ByteReading.number(bytes, at: position, width: 4)
            position += 4
        }
        if kind == .tableInterior {
            guard let row = ByteReading.varint(bytes, at: position) else { return nil }
            let end = position + row.width
            return Cell(child: child, payloadLength: 0, local: end..<end, overflow: nil, range: offset..<end)
        }
        guard let length = ByteReading.varint(bytes, at: position), length.value >= 0 else { return nil }
        position += length.width
        if kind == .tableLeaf {
            guard let row = ByteReading.varint(bytes, at: position) else { return nil }
            position += row.width
        }
        let kept = Self.localLength(length.value, kind: kind, usable: usable)
        guard position + kept <= bytes.count else { return nil }
        let isSpilled = kept < length.value
        let overflow = isSpilled ? ByteReading.number(bytes, at: position + kept, width: 4) : nil
        return Cell(
            child: child, payloadLength: length.value, local: position..<position + kept, overflow: overflow,
            range: offset..<position + kept + (isSpilled ? 4 : 0))
    }

    private static func localLength(_ length: Int, kind: Kind, usable: Int) -> Int {
        let largest = kind == .tableLeaf ? usable - 35 : (usable - 12) * 64 / 255 - 23
        if length <= largest { return length }
        let least = (usable - 12) * 32 / 255 - 23
        let fitting = least + (length - least) % (usable - 4)
        return fitting <= largest ? fitting : least
    }
}
