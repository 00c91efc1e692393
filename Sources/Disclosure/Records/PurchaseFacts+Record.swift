import Domain

extension PurchaseFacts {
    static let byteCount = 40

    static let vacant = PurchaseFacts(
        nonce: 0, minute: 0, product: 0, category: 0, releaseMinute: 0, releaseDays: (0, 0, 0, 0), classCode: .unknown,
        flags: [], override: .none, dayShift: 0)

    var isVacant: Bool { nonce == 0 }

    func write(to writer: inout RecordWriter) {
        writer.put(nonce)
        writer.put(minute)
        writer.put(product)
        writer.put(category)
        writer.put(releaseMinute)
        writer.put(releaseDays.day)
        writer.put(releaseDays.week)
        writer.put(releaseDays.month)
        writer.put(releaseDays.quarter)
        writer.put(classCode.rawValue)
        writer.put(flags.rawValue)
        writer.put(override.rawValue | others.rawValue << 4)
        writer.put(dayShift)
        writer.put(hold.audiences)
        writer.put(hold.untilDay)
    }

    init(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError) {
        nonce = try cursor.number(in: bytes)
        minute = try cursor.number(in: bytes)
        product = try cursor.number(in: bytes)
        category = try cursor.number(in: bytes)
        releaseMinute = try cursor.number(in: bytes)
        releaseDays = try (
            cursor.number(in: bytes), cursor.number(in: bytes), cursor.number(in: bytes), cursor.number(in: bytes)
        )
        classCode = try ClassCode(rawValue: cursor.number(in: bytes))
        flags = try Flags(rawValue: cursor.number(in: bytes))
        let overrides = try cursor.number(UInt8.self, in: bytes)
        // An override that this version does not know hides.
        override = ItemOverride(rawValue: overrides & 0xF) ?? .hidden
        others = ItemOverride(rawValue: overrides >> 4) ?? .hidden
        dayShift = try cursor.number(in: bytes)
        hold.audiences = try cursor.number(in: bytes)
        hold.untilDay = try cursor.number(in: bytes)
    }
}
