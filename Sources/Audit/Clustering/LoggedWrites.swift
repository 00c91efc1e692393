import Domain

/// Which boxes each transaction in a log has written, told by comparing every page with its image before.
///
/// What is left over of earlier rounds of the log counts as well: a thief reads it all the same.
struct LoggedWrites {
    /// The addresses that each transaction has written or deleted, oldest first; transactions that touched no box are left
    /// out.
    let transactions: [Set<Address>]

    init(_ image: DatabaseImage) {
        guard let log = image.log else {
            transactions = []
            return
        }
        var latest: [Int: [Address: [UInt8]]] = [:]
        transactions = log.allTransactions().compactMap { frames in
            var before: [Address: [UInt8]] = [:]
            var after: [Address: [UInt8]] = [:]
            for frame in frames {
                let page = Page(number: frame.page, bytes: log.file.bytes(frame.offset..<frame.offset + log.pageSize))
                let boxes = Self.boxes(on: page, image)
                // A box may have moved to another page of the same transaction: they are compared together.
                before.merge(latest[frame.page] ?? Self.boxes(inFile: frame.page, image)) { first, _ in first }
                after.merge(boxes) { _, last in last }
                latest[frame.page] = boxes
            }
            let written = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            return written.isEmpty ? nil : written
        }
    }

    private static func boxes(inFile number: Int, _ image: DatabaseImage) -> [Address: [UInt8]] {
        let bytes = image.main.bytes((number - 1) * image.pageSize..<number * image.pageSize)
        return bytes.count == image.pageSize ? boxes(on: Page(number: number, bytes: bytes), image) : [:]
    }

    /// A stretch of a page that looks like an address with a box behind it.
    private static func boxes(on page: Page, _ image: DatabaseImage) -> [Address: [UInt8]] {
        guard page.kind?.isIndex == true else { return [:] }
        var boxes: [Address: [UInt8]] = [:]
        for cell in page.cells(usable: image.usable) {
            let local = Array(page.bytes[cell.local])
            let row = StoredRow(local)
            guard let address = row.bytes(0), address.count == Address.byteCount, row.values.count > 1,
                row.values[1].range != nil
            else { continue }
            boxes[Address(bytes: address)] = local
        }
        return boxes
    }
}
