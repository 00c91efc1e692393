import Domain

/// `release.yaml`: when bucketed items come out.
struct ReleaseFile {
    let calendar: ReleaseCalendar

    private static let sizes: [(String, TimeBucket.Size)] = [
        ("minute", .minute), ("day", .day), ("week", .week), ("month", .month), ("quarter", .quarter),
    ]
    private static let epochs = Vocabulary(noun: "epoch", words: [("day", TimeBucket.Size.day), ("week", .week)])

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard
            let file = MappingReader(
                root, of: "the file", required: ["settle", "raiseHold", "epoch"], diagnostics: diagnostics)
        else { return nil }
        var settle: [TimeBucket.Size: Int] = [:]
        if let node = file.node("settle"),
            let reader = MappingReader(
                node, of: "`settle`", required: Self.sizes.map(\.0), diagnostics: diagnostics)
        {
            for (key, size) in Self.sizes { settle[size] = reader.integer(key, in: 0...8784) }
        }
        calendar = ReleaseCalendar(
            settleHours: settle, raiseHold: file.integer("raiseHold", in: 1...120) ?? 1,
            epoch: file.value("epoch", of: Self.epochs) ?? .day)
    }
}
