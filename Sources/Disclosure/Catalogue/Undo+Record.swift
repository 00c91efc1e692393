import Domain

extension Undo {
    private static let version: UInt8 = 1

    func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.put(Self.version)
        switch self {
        case .policy(let ordinal):
            writer.put(UInt8(0))
            writer.put(UInt32(ordinal))
        case .taxonomy(let categories):
            writer.put(UInt8(1))
            writer.put(categories) { writer, category in
                writer.put(category.number)
                writer.put(category.id)
                writer.put(category.parentID)
                writer.put(category.name.en)
                writer.put(category.name.zh)
            }
        case .products(let put, let removed):
            writer.put(UInt8(2))
            writer.put(put) { $0.put($1) }
            writer.put(removed) { $0.put($1.text) }
        }
        return writer.bytes
    }

    /// Nothing when it is not what this version writes.
    init?(_ bytes: [UInt8]) {
        guard let read = try? Self.read(bytes.span) else { return nil }
        self = read
    }

    private static func read(_ bytes: Span<UInt8>) throws(RecordFormatError) -> Undo {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        switch try cursor.number(UInt8.self, in: bytes) {
        case 0: return .policy(Int(try cursor.number(UInt32.self, in: bytes)))
        case 1:
            return .taxonomy(
                try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                    try Domain.Category(
                        number: cursor.number(in: bytes), id: cursor.text(in: bytes),
                        parentID: cursor.optionalText(in: bytes),
                        name: LocalizedText(
                            en: cursor.optionalText(in: bytes), zh: cursor.optionalText(in: bytes)))
                })
        case 2:
            let put = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                try Product(&cursor, in: bytes)
            }
            let removed = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                try Product.id(&cursor, in: bytes)
            }
            return .products(put: put, removed: removed)
        default: throw .malformed
        }
    }
}

extension RecordWriter {
    fileprivate mutating func put(_ money: Money?) {
        put(money?.currency.code)
        if let money { put(money.minorUnits) }
    }

    fileprivate mutating func put(_ product: Product) {
        put(product.number)
        put(product.id.text)
        put(product.title.en)
        put(product.title.zh)
        put(product.categoryID)
        put(product.brand)
        put(product.listPrice)
        put(product.exclusivePrice)
        put(product.status.rawValue)
    }
}

extension RecordCursor {
    fileprivate mutating func optionalMoney(in bytes: Span<UInt8>) throws(RecordFormatError) -> Money? {
        guard let code = try optionalText(in: bytes) else { return nil }
        guard let currency = Currency(code) else { throw .malformed }
        return Money(minorUnits: try number(in: bytes), currency: currency)
    }
}

extension Product {
    fileprivate static func id(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError)
        -> ProductID
    {
        guard let id = ProductID(try cursor.text(in: bytes)) else { throw .malformed }
        return id
    }

    fileprivate init(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError) {
        let number = try cursor.number(UInt32.self, in: bytes)
        let id = try Self.id(&cursor, in: bytes)
        let title = try LocalizedText(en: cursor.optionalText(in: bytes), zh: cursor.optionalText(in: bytes))
        let category = try cursor.optionalText(in: bytes)
        let brand = try cursor.optionalText(in: bytes)
        let list = try cursor.optionalMoney(in: bytes)
        let exclusive = try cursor.optionalMoney(in: bytes)
        guard let status = Status(rawValue: try cursor.number(in: bytes)) else { throw .malformed }
        self.init(
            number: number, id: id, title: title, categoryID: category, brand: brand, listPrice: list,
            exclusivePrice: exclusive, status: status)
    }
}
