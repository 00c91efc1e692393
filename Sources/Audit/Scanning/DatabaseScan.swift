import Domain

/// One database of the directory: its pages and what they are for, its boxes, and its texts in clear.
struct DatabaseScan: Sendable {
    /// What can be said of a table.
    struct TableFigures: Sendable, Encodable {
        let database: String
        let table: String
        let rows: Int
        /// Pages of the table and its indexes, in bytes.
        let bytes: Int
        let reasons: [String: String]
    }

    let name: String
    let image: DatabaseImage
    let roles: PageRoles
    /// In the order of their addresses.
    let boxes: [SeenBox]
    /// A few boxes of each size, to see whether they look like chance.
    let samples: [Int: [[UInt8]]]
    let clearRows: [[UInt8]]
    let tables: [TableFigures]
    /// Tables and columns for which no reason is known.
    let unknown: [String]

    private static let sampleSize = 1_500

    init(name: String, image: DatabaseImage) {
        self.name = name
        self.image = image
        roles = PageRoles(image)
        var boxes: [SeenBox] = []
        var samples: [Int: [[UInt8]]] = [:]
        var clearRows: [[UInt8]] = []
        var tables: [TableFigures] = []
        var unknown: [String] = []
        for object in roles.objects {
            guard object.isTable else {
                Self.walk(image, object) { _, row in clearRows.append(Self.text(of: row)) }
                continue
            }
            let columns =
                object.name == "sqlite_schema" ? ["type", "name", "tbl_name", "rootpage", "sql"] : object.columns
            unknown += columns.filter { !ClearStatement.isKnown(table: object.name, column: $0) }.map {
                "\(name): \(object.name).\($0)"
            }
            if columns.isEmpty { unknown.append("\(name): \(object.name)") }
            var rows = 0
            if ClearStatement.boxTables.contains(object.name) {
                image.walk(root: object.root) { page, cell in
                    rows += 1
                    guard let seen = Self.box(cell, page, image) else { return }
                    boxes.append(seen)
                    if samples[seen.byteCount, default: []].count < Self.sampleSize {
                        let row = StoredRow(image.payload(of: cell, on: page))
                        if let bytes = row.bytes(1) { samples[seen.byteCount, default: []].append(Array(bytes)) }
                    }
                }
            } else {
                Self.walk(image, object) { _, row in
                    rows += 1
                    clearRows.append(Self.text(of: row))
                }
            }
            let reasons = Dictionary(
                ClearStatement.all.filter { $0.table == object.name }.map { ($0.column, $0.reason) }
            ) { first, _ in first }
            tables.append(
                TableFigures(
                    database: name, table: object.name, rows: rows,
                    bytes: roles.pages(of: object.name) * image.pageSize,
                    reasons: reasons))
        }
        self.boxes = boxes
        self.samples = samples
        self.clearRows = clearRows
        self.tables = tables
        self.unknown = unknown
    }

    private static func walk(_ image: DatabaseImage, _ object: SchemaObject, _ body: (Page, StoredRow) -> Void) {
        guard object.root > 0 else { return }
        image.walk(root: object.root) { page, cell in body(page, StoredRow(image.payload(of: cell, on: page))) }
    }

    /// The texts of a row, and what holds texts, as they lie behind one another.
    private static func text(of row: StoredRow) -> [UInt8] {
        row.values.indices.flatMap { index in row.bytes(index) ?? [] }
    }

    private static func box(_ cell: Page.Cell, _ page: Page, _ image: DatabaseImage) -> SeenBox? {
        let row = StoredRow(Array(page.bytes[cell.local]))
        guard let address = row.bytes(0), address.count == Address.byteCount, row.values.count > 1,
            let box = row.values[1].range
        else { return nil }
        let spilled = max(0, cell.payloadLength - cell.local.count)
        return SeenBox(
            address: Address(bytes: address), byteCount: box.count,
            trace: Remnants.trace.compactMap { offset in
                let position = box.lowerBound + offset
                return position < row.payload.count ? row.payload[position] : nil
            }, page: page.number, localByteCount: cell.range.count,
            furtherPages: (spilled + image.usable - 5) / (image.usable - 4))
    }

    /// What an offset of the main file belongs to, and whether a record in clear lies there.
    func spot(at offset: Int) -> (Spot, isClear: Bool) {
        let number = offset / image.pageSize + 1
        let place = describe(page: number, offset: offset % image.pageSize)
        return (Spot(file: name, area: place.area, page: number), place.isClear)
    }

    /// What an offset of the log belongs to; what is left over there is explained by nothing.
    func logSpot(at offset: Int, file: String) -> Spot {
        guard let (number, start) = image.log?.page(at: offset) else {
            return Spot(file: file, area: "header of the log or of a frame", page: nil)
        }
        let isCommitted = image.log?.frames.contains { $0.offset == start } == true
        let table = roles.object(of: number)?.table ?? "no table"
        return Spot(
            file: file, area: isCommitted ? "log, page of \(table)" : "left over in the log, page of \(table)",
            page: number)
    }

    private func describe(page number: Int, offset: Int) -> (area: String, isClear: Bool) {
        switch roles[number] {
        case .free: return ("free page", false)
        case .stray: return ("page of nothing", false)
        case .overflow(let index): return ("continued record of \(roles.objects[index].table)", false)
        case .tree(let index):
            let table = roles.objects[index].table
            guard let page = image.page(number) else { return ("page of \(table)", false) }
            // What the log has overlaid does not say where records lie in the file.
            let isOverlaid = image.log?.frames.contains { $0.page == number } == true
            let isLive = !isOverlaid && page.cells(usable: image.usable).contains { $0.range.contains(offset) }
            let isClear = isLive && !ClearStatement.boxTables.contains(table)
            return (isLive ? "record of \(table)" : "freed or unused space of \(table)", isClear)
        }
    }
}
