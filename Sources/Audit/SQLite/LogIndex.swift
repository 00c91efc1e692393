/// The index of a log: which page each of its frames holds, and a hash to find them by.
///
/// It holds numbers of pages and nothing else, in the order of the machine, which read as other numbers as well: two
/// neighbours of one byte each, taken as one big-endian number, are an instant of some year
/// (<https://www.sqlite.org/walformat.html#the_wal_index_file_format>).
struct LogIndex {
    private static let blockLength = 32768
    private static let hashStart = 16384
    /// Two copies of what describes the index, and what checkpoints and locks need.
    private static let headerLength = 136
    private static let framesPerBlock = 4096

    private let file: FileBytes
    private let greatestPage: Int

    /// `pageCount` is what the database has; while the log is longer than that, the index says so itself.
    init(_ file: FileBytes, pageCount: Int) {
        self.file = file
        let header = file.bytes(0..<Self.headerLength)
        greatestPage = max(pageCount, Self.word(header, at: 20, width: 4) ?? 0)
    }

    /// Whether all that lies there is a number that such an index holds.
    func explains(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let end = endOfNumber(at: offset) else { return false }
            offset = end
        }
        return !range.isEmpty
    }

    /// How many frames it names a page for, of those behind the first ones.
    func entries(behind frames: Int) -> Int {
        var count = 0
        var frame = 0
        for block in 0..<(file.count + Self.blockLength - 1) / Self.blockLength {
            let start = block * Self.blockLength
            let content = file.bytes(start + (block == 0 ? Self.headerLength : 0)..<start + Self.hashStart)
            for place in stride(from: 0, to: content.count - 3, by: 4) {
                if frame >= frames, content[place..<place + 4].contains(where: { $0 != 0 }) { count += 1 }
                frame += 1
            }
        }
        return count
    }

    /// Where the number ends that covers an offset; nothing where none may be, or one too great.
    private func endOfNumber(at offset: Int) -> Int? {
        guard offset >= Self.headerLength else { return nil }
        let isHash = offset % Self.blockLength >= Self.hashStart
        let width = isHash ? 2 : 4
        let start = offset / width * width
        guard let number = Self.word(file.bytes(start..<start + width), at: 0, width: width),
            number <= (isHash ? Self.framesPerBlock : greatestPage)
        else { return nil }
        return start + width
    }

    private static func word(_ bytes: [UInt8], at offset: Int, width: Int) -> Int? {
        guard offset + width <= bytes.count else { return nil }
        let lowestFirst = 1.littleEndian == 1
        let word = bytes[offset..<offset + width]
        return (lowestFirst ? Array(word.reversed()) : Array(word)).reduce(0) { $0 << 8 | Int($1) }
    }
}
