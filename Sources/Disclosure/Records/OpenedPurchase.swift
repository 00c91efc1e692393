import Domain

/// The details of a purchase in the clear.
///
/// Not copyable, so it cannot become `Any`, be printed, mirrored, encoded, thrown or kept in an array; internal, so nothing
/// outside this module can name it. The one way out is `generalized` on the way to an exposed value.
struct OpenedPurchase: ~Copyable {
    private static let version: UInt8 = 1
    /// Of a purchase that is gone: its key and nothing else.
    private static let remainsVersion: UInt8 = 2
    /// About as long as most are.
    static let usualByteCount = 150

    let key: PurchaseKey
    let productID: ProductID
    /// The title at purchase.
    let title: LocalizedText
    let quantity: UInt32
    let total: Money
    let instant: Instant
    /// Whose shop it was bought through.
    let shop: PersonID?
    /// The category at purchase by its number; zero where unknown.
    let category: UInt32

    init(
        key: PurchaseKey, productID: ProductID, title: LocalizedText, quantity: UInt32, total: Money, instant: Instant,
        shop: PersonID?, category: UInt32
    ) {
        self.key = key
        self.productID = productID
        self.title = title
        self.quantity = quantity
        self.total = total
        self.instant = instant
        self.shop = shop
        self.category = category
    }

    func encoded() -> [UInt8] { encoded(shop: shop) }

    /// The same without the shop, where that is one of those; nothing where there is nothing to take away.
    static func encoded(
        _ bytes: Span<UInt8>, withoutShop isGone: (PersonID) -> Bool
    ) throws(RecordFormatError) -> [UInt8]? {
        let purchase = try OpenedPurchase(bytes)
        guard let shop = purchase.shop, isGone(shop) else { return nil }
        return purchase.encoded(shop: nil)
    }

    /// The details that stay of a purchase that is gone, see ``PurchaseFacts/remains(_:at:)``: its key alone.
    ///
    /// They are as long as those of the purchase were, so that the size of the box does not tell them apart.
    static func encodedRemains(of key: PurchaseKey, byteCount: Int) -> [UInt8] {
        var writer = RecordWriter(reserving: byteCount)
        writer.put(remainsVersion)
        writer.put(key.source)
        writer.put(key.order)
        writer.put(key.line)
        writer.pad(to: byteCount)
        return writer.bytes
    }

    /// Reads a purchase and returns what stays of it when it goes.
    static func remains(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [UInt8] {
        encodedRemains(of: try key(bytes), byteCount: bytes.count)
    }

    /// Reads the bytes of a purchase, or of what remains of one, to be sealed again.
    static func bytes(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [UInt8] {
        guard bytes.count > 0, bytes[0] == remainsVersion else { return try OpenedPurchase(bytes).encoded() }
        _ = try key(bytes)
        return (0..<bytes.count).map { bytes[$0] }
    }

    /// Reads the key of a purchase, or of what remains of one.
    static func key(_ bytes: Span<UInt8>) throws(RecordFormatError) -> PurchaseKey {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version || version == remainsVersion else { throw .unknownVersion(version) }
        return try key(&cursor, in: bytes)
    }

    private static func key(
        _ cursor: inout RecordCursor, in bytes: Span<UInt8>
    ) throws(RecordFormatError) -> PurchaseKey {
        let source = try cursor.text(in: bytes)
        let order = try cursor.text(in: bytes)
        let line = try cursor.text(in: bytes)
        guard let key = PurchaseKey(source: source, order: order, line: line) else { throw .malformed }
        return key
    }

    private func encoded(shop: PersonID?) -> [UInt8] {
        var writer = RecordWriter(reserving: 192)
        writer.put(Self.version)
        writer.put(key.source)
        writer.put(key.order)
        writer.put(key.line)
        writer.put(productID.text)
        writer.put(title.en)
        writer.put(title.zh)
        writer.put(quantity)
        writer.put(total.minorUnits)
        writer.put(total.currency.code)
        writer.put(instant.seconds)
        writer.put(shop?.rawValue ?? 0)
        writer.put(category)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        let key = try Self.key(&cursor, in: bytes)
        guard let productID = ProductID(try cursor.text(in: bytes)) else { throw .malformed }
        let title = LocalizedText(en: try cursor.optionalText(in: bytes), zh: try cursor.optionalText(in: bytes))
        let quantity = try cursor.number(UInt32.self, in: bytes)
        let minorUnits = try cursor.number(Int64.self, in: bytes)
        guard let currency = Currency(try cursor.text(in: bytes)) else { throw .malformed }
        let instant = try Instant(seconds: cursor.number(in: bytes))
        let shop = try cursor.number(UInt64.self, in: bytes)
        self.init(
            key: key, productID: productID, title: title, quantity: quantity,
            total: Money(minorUnits: minorUnits, currency: currency), instant: instant,
            shop: shop == 0 ? nil : PersonID(rawValue: shop), category: try cursor.number(in: bytes))
    }
}
