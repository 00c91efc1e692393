import Domain

/// `release.yaml`: when bucketed items come out.
struct ReleaseFile {
    let calendar: ReleaseCalendar

    static let sizes: [(String, TimeBucket.Size)] = [
        ("minute", .minute), ("day", .day), ("week", .week), ("month", .month), ("quarter", .quarter),
    ]
    static let epochs = Vocabulary(noun: "epoch", words: [("day", TimeBucket.Size.day), ("week", .week)])
    /// Up to a leap year.
    static let hours = Shape.integer(0...8784)

    static let fields: [Field] = [
        .required(
            "settle", .mapping(settle), "Hours from the end of a bucket in the last zone on earth to its earliest tick."
        ),
        .required(
            "raiseHold", .integer(1...120), "Month ticks for which the displayed form of a raised class stays hidden."),
        .required("epoch", .word(of: epochs), "How often released counts change."),
    ]
    static let settle: [Field] = sizes.map { .required($0.0, hours) }

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        var settle: [TimeBucket.Size: Int] = [:]
        if let node = file.node("settle"),
            let reader = MappingReader(node, of: "`settle`", Self.settle, diagnostics: diagnostics)
        {
            for (key, size) in Self.sizes { settle[size] = reader.integer(key) }
        }
        calendar = ReleaseCalendar(
            settleHours: settle, raiseHold: file.integer("raiseHold") ?? 1,
            epoch: file.value("epoch", of: Self.epochs) ?? .day)
    }
}
