/// A database as whoever opens its files sees it: the file with the log laid over it.
struct DatabaseImage {
    let main: FileBytes
    let log: WriteAheadLog?
    let pageSize: Int
    /// A page less what is reserved at its end.
    let usable: Int
    let pageCount: Int
    private let overlay: [Int: Int]

    private static let magic = Array("SQLite format 3\0".utf8)
    /// Chains and trees of a damaged file may run in circles.
    private static let longestChain = 1 << 12

    init?(main: FileBytes, log logFile: FileBytes?) {
        let log = logFile.flatMap(WriteAheadLog.init)
        var header = main.bytes(0..<100)
        if header.count < 100, let log, let first = log.frames.first(where: { $0.page == 1 }) {
            header = log.file.bytes(first.offset..<first.offset + 100)
        }
        guard header.count == 100, Array(header[0..<16]) == Self.magic,
            let stored = ByteReading.number(header, at: 16, width: 2)
        else { return nil }
        let size = stored == 1 ? 65536 : stored
        guard (512...65536).contains(size), size & (size - 1) == 0, size - Int(header[20]) >= 480 else { return nil }
        self.main = main
        self.log = log
        pageSize = size
        usable = size - Int(header[20])
        pageCount = max(main.count / size, log?.pageCount ?? 0)
        // The last image of a page counts.
        overlay = Dictionary((log?.frames ?? []).map { ($0.page, $0.offset) }) { _, last in last }
    }

    func page(_ number: Int) -> Page? {
        guard (1...max(1, pageCount)).contains(number) else { return nil }
        if let offset = overlay[number], let log { return page(number, log.file.bytes(offset..<offset + pageSize)) }
        return page(number, main.bytes((number - 1) * pageSize..<number * pageSize))
    }

    private func page(_ number: Int, _ bytes: [UInt8]) -> Page? {
        bytes.count == pageSize ? Page(number: number, bytes: bytes) : nil
    }

    /// A record put together from its page and the pages it goes on on.
    func payload(of cell: Page.Cell, on page: Page, visiting visit: (Int) -> Void = { _ in }) -> [UInt8] {
        var payload = Array(page.bytes[cell.local])
        var next = cell.overflow
        var steps = 0
        while let number = next, number != 0, payload.count < cell.payloadLength, steps < Self.longestChain,
            let page = self.page(number)
        {
            visit(number)
            payload += page.bytes[4..<min(usable, 4 + cell.payloadLength - payload.count)]
            next = ByteReading.number(page.bytes, at: 0, width: 4)
            steps += 1
        }
        return payload
    }

    /// Every record of a tree, in its order, with the page it begins on.
    func walk(root: Int, visiting visit: (Page) -> Void = { _ in }, _ body: (Page, Page.Cell) -> Void) {
        var seen: Set<Int> = []
        descend(root, &seen, visit, body)
    }

    private func descend(
        _ number: Int, _ seen: inout Set<Int>, _ visit: (Page) -> Void, _ body: (Page, Page.Cell) -> Void
    ) {
        guard seen.insert(number).inserted, let page = page(number), let kind = page.kind else { return }
        visit(page)
        for cell in page.cells(usable: usable) {
            if let child = cell.child { descend(child, &seen, visit, body) }
            if kind != .tableInterior { body(page, cell) }
        }
        if let last = page.rightmost { descend(last, &seen, visit, body) }
    }

    /// The pages that are in no tree: those that list free ones, and the free ones.
    func freePages() -> Set<Int> {
        var free: Set<Int> = []
        guard let first = page(1), var trunk = ByteReading.number(first.bytes, at: 32, width: 4) else { return [] }
        while trunk != 0, free.insert(trunk).inserted, let page = page(trunk) {
            let count = min(ByteReading.number(page.bytes, at: 4, width: 4) ?? 0, (usable - 8) / 4)
            for index in 0..<count {
                if let leaf = ByteReading.number(page.bytes, at: 8 + 4 * index, width: 4) { free.insert(leaf) }
            }
            trunk = ByteReading.number(page.bytes, at: 0, width: 4) ?? 0
        }
        return free
    }
}
