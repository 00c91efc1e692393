import Domain

/// A purchase that came through a shop, from its intake until it is settled, and as long as it may be taken back.
struct Sale: Hashable {
    fileprivate static let version: UInt8 = 2

    enum Stage: UInt8 {
        /// It was neither counted nor settled.
        case waiting
        /// It was counted, and waits for enough buyers to be settled.
        case carried
        /// It is part of a total that never changes.
        case settled
        /// It was settled and then taken back: a return, or a correction. It comes off a later total.
        case reversing
        /// It is part of no total: when it was due, its buyer did not let the owner of the shop see it, see ``OwnerSight``.
        case unpaid
    }

    let shop: PersonID
    /// Names the purchase: its facts have the same.
    let nonce: UInt64
    /// The product by its number; zero where unknown.
    let product: UInt32
    let total: Money
    /// What of the total the owner of the shop earns, in hundredths of a percent: the rate at intake.
    let basisPoints: UInt32
    /// The day at whose beginning it is counted, or settled, or taken back.
    var due: Int32
    var stage = Stage.waiting

    /// Whether it is to be counted, settled or taken back at some tick.
    var isOpen: Bool { stage == .waiting || stage == .carried || stage == .reversing }

    /// What it adds to a commission, in ten-thousandths of a minor unit.
    var parts: Int128 {
        let parts = Int128(total.minorUnits) * Int128(basisPoints)
        return stage == .reversing ? -parts : parts
    }

    /// The sale as it counts where the record's version is the first; `nil` where it counts no more.
    ///
    /// Totals were then made of hidden purchases as well, and it is not recorded of which. So what was settled is never
    /// taken back: a later total would tell of it.
    fileprivate var afterFirstVersion: Sale? {
        var sale = self
        if stage == .settled { sale.stage = .unpaid }
        return stage == .reversing ? nil : sale
    }

    /// Whether another says the same of the same purchase.
    func isSame(as other: Sale) -> Bool {
        shop == other.shop && nonce == other.nonce && product == other.product && total == other.total
            && basisPoints == other.basisPoints
    }
}

extension [Sale] {
    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: count * 48 + 8)
        writer.put(Sale.version)
        writer.put(self) { writer, sale in
            writer.put(sale.shop.rawValue)
            writer.put(sale.nonce)
            writer.put(sale.product)
            writer.put(sale.total.minorUnits)
            writer.put(sale.total.currency.code)
            writer.put(sale.basisPoints)
            writer.put(Int64(sale.due))
            writer.put(sale.stage.rawValue)
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard 1...Sale.version ~= version else { throw .unknownVersion(version) }
        let sales = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let shop = try cursor.number(UInt64.self, in: bytes)
            let nonce = try cursor.number(UInt64.self, in: bytes)
            let product = try cursor.number(UInt32.self, in: bytes)
            let units = try cursor.number(Int64.self, in: bytes)
            guard shop != 0, let currency = Currency(try cursor.text(in: bytes)) else { throw .malformed }
            let basisPoints = try cursor.number(UInt32.self, in: bytes)
            guard let due = Int32(exactly: try cursor.number(Int64.self, in: bytes)),
                let stage = Sale.Stage(rawValue: try cursor.number(in: bytes))
            else { throw .malformed }
            return Sale(
                shop: PersonID(rawValue: shop), nonce: nonce, product: product,
                total: Money(minorUnits: units, currency: currency), basisPoints: basisPoints, due: due, stage: stage)
        }
        self = version == 1 ? sales.compactMap(\.afterFirstVersion) : sales
    }
}
