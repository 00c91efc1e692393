import Domain

extension BoardStanding {
    private static let version: UInt8 = 3

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 512)
        writer.put(Self.version)
        writer.put(visitorBands) { $0.put($1) }
        writer.put(buyerBands) { $0.put($1) }
        writer.put(invitationBand)
        writer.put(Int64(influence))
        writer.put(Int64(tier))
        writer.put(milestones) { writer, milestone in
            writer.put(milestone.kind.rawValue)
            writer.put(milestone.value)
            writer.put(milestone.at.seconds)
        }
        writer.put(goods) { writer, good in
            writer.put(good.product)
            writer.put(good.band)
        }
        writer.put(settlements) { writer, settlement in
            writer.put(settlement.epoch)
            writer.put(settlement.total.minorUnits)
            writer.put(settlement.total.currency.code)
        }
        writer.put(remainders.sorted { $0.key < $1.key }) { writer, remainder in
            writer.put(remainder.key)
            writer.put(remainder.value)
        }
        writer.put(peakBand)
        writer.put(peakTier)
        writer.put(isOnBoard)
        writer.put(inviter?.rawValue ?? 0)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard 1...Self.version ~= version else { throw .unknownVersion(version) }
        visitorBands = try Self.bands(&cursor, bytes)
        buyerBands = try Self.bands(&cursor, bytes)
        invitationBand = try cursor.number(in: bytes)
        influence = Int(try cursor.number(Int64.self, in: bytes))
        tier = Int(try cursor.number(Int64.self, in: bytes))
        milestones = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            guard let kind = Milestone.Kind(rawValue: try cursor.number(in: bytes)) else { throw .malformed }
            let value = try cursor.number(UInt8.self, in: bytes)
            return Milestone(kind: kind, value: value, at: Instant(seconds: try cursor.number(in: bytes)))
        }
        goods = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let product = try cursor.number(UInt32.self, in: bytes)
            return Good(product: product, band: try cursor.number(in: bytes))
        }
        settlements = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let epoch =
                version == 1
                ? TimeBucket(unsizedEpoch: try cursor.number(in: bytes)) : try cursor.epoch(in: bytes)
            let units = try cursor.number(Int64.self, in: bytes)
            guard let currency = Currency(try cursor.text(in: bytes)) else { throw .malformed }
            return Settlement(epoch: epoch, total: Money(minorUnits: units, currency: currency))
        }
        let left = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let code = try cursor.text(in: bytes)
            return (code, try cursor.number(Int64.self, in: bytes))
        }
        // Before the third version hidden purchases were part of it.
        remainders = version < 3 ? [:] : Dictionary(left) { first, _ in first }
        peakBand = try cursor.number(in: bytes)
        peakTier = try cursor.number(in: bytes)
        isOnBoard = try cursor.flag(in: bytes)
        let number = try cursor.number(UInt64.self, in: bytes)
        inviter = number == 0 ? nil : PersonID(rawValue: number)
    }

    private static func bands(_ cursor: inout RecordCursor, _ bytes: Span<UInt8>) throws(RecordFormatError) -> [UInt8] {
        try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.number(UInt8.self, in: bytes) }
    }
}
