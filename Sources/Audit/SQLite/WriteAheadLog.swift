/// The log beside a database: pages that were committed and not copied back yet, and what is left over of earlier ones.
struct WriteAheadLog {
    struct Frame {
        let page: Int
        /// Where the page image begins in the file.
        let offset: Int
        /// Counts the transactions of the log.
        let commit: Int
    }

    private static let headerLength = 32
    private static let frameHeaderLength = 24

    let file: FileBytes
    let pageSize: Int
    /// Committed, oldest first.
    private(set) var frames: [Frame] = []
    /// How many transactions there are.
    private(set) var commitCount = 0
    /// Pages in the database after the last transaction.
    private(set) var pageCount: Int?

    init?(_ file: FileBytes) {
        let header = file.bytes(0..<Self.headerLength)
        guard header.count == Self.headerLength,
            [0x377F_0682, 0x377F_0683].contains(ByteReading.number(header, at: 0, width: 4) ?? 0),
            let size = ByteReading.number(header, at: 8, width: 4), (512...65536).contains(size)
        else { return nil }
        self.file = file
        pageSize = size
        let salts = Array(header[16..<24])
        var pending: [Frame] = []
        var offset = Self.headerLength
        while offset + Self.frameHeaderLength + size <= file.count {
            let frame = file.bytes(offset..<offset + Self.frameHeaderLength)
            // Frames of another salt are left over from before the log began anew.
            guard frame.count == Self.frameHeaderLength, Array(frame[8..<16]) == salts,
                let page = ByteReading.number(frame, at: 0, width: 4), page > 0,
                let committed = ByteReading.number(frame, at: 4, width: 4)
            else { break }
            pending.append(Frame(page: page, offset: offset + Self.frameHeaderLength, commit: commitCount))
            if committed > 0 {
                frames += pending
                pending.removeAll()
                pageCount = committed
                commitCount += 1
            }
            offset += Self.frameHeaderLength + size
        }
    }

    /// The frames of every transaction that the file holds, those left over of earlier rounds and those cut off included.
    func allTransactions() -> [[Frame]] {
        var transactions: [[Frame]] = [[]]
        var salts: [UInt8] = []
        var offset = Self.headerLength
        while offset + Self.frameHeaderLength + pageSize <= file.count {
            let header = file.bytes(offset..<offset + Self.frameHeaderLength)
            // Rounds of the log differ in their salts.
            if Array(header[8..<16]) != salts, transactions.last?.isEmpty == false { transactions.append([]) }
            salts = Array(header[8..<16])
            let start = offset + Self.frameHeaderLength
            if let page = ByteReading.number(header, at: 0, width: 4), page > 0 {
                transactions[transactions.count - 1].append(
                    Frame(page: page, offset: start, commit: transactions.count - 1))
            }
            if ByteReading.number(header, at: 4, width: 4) ?? 0 > 0 { transactions.append([]) }
            offset = start + pageSize
        }
        return transactions.filter { !$0.isEmpty }
    }

    /// How many frames the file has room for.
    var frameCount: Int { max(0, file.count - Self.headerLength) / (Self.frameHeaderLength + pageSize) }

    /// The page whose image covers an offset of the file, also in what is left over.
    func page(at offset: Int) -> (number: Int, start: Int)? {
        let stride = Self.frameHeaderLength + pageSize
        guard offset >= Self.headerLength else { return nil }
        let start = Self.headerLength + (offset - Self.headerLength) / stride * stride
        guard offset >= start + Self.frameHeaderLength,
            let number = ByteReading.number(file.bytes(start..<start + 4), at: 0, width: 4)
        else { return nil }
        return (number, start + Self.frameHeaderLength)
    }
}
