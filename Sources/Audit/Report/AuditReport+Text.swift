import Foundation

extension AuditReport {
    /// The report for people.
    public var text: String {
        var lines = ["files"]
        lines += files.map { "  \(Self.padded($0.name, 18)) \(Self.grouped($0.bytes, 15))  \($0.meaning)" }
        lines += ["", "in clear, and why"]
        for table in tables {
            lines.append("  \(table.database): \(table.table), \(table.rows) rows, \(table.bytes) bytes")
            for (reason, columns) in Self.byReason(table.reasons) {
                lines.append("    \(columns.joined(separator: ", ")): \(reason)")
            }
        }
        lines.append("  how many boxes there are of each size:")
        lines += boxSizes.map { "    \($0.database): \(Self.grouped($0.count, 12)) of \($0.bytes) bytes" }
        lines.append(
            "  some order of arrival: the log holds \(logTransactions) transactions, whose boxes were written together; "
                + "\(freePages) pages are free")
        lines.append("  former boxes, in freed space and in the log: \(formerBoxes)")
        if unnamedBoxes > 0 { lines.append("  boxes that no record leads to: \(unnamedBoxes)") }
        lines += ["", "looked for in \(scannedBytes) bytes"]
        lines += lookedFor.sorted { $0.key < $1.key }.map { "  \(Self.grouped($0.value, 12)) of kind \($0.key)" }
        lines.append("  \(coincidences) forms are part of what is in clear on purpose")
        if !weakLengths.isEmpty {
            lines.append(
                "  forms of \(weakLengths.map(String.init).joined(separator: ", ")) bytes occur by chance, and count "
                    + "only where what lies around them is text or zeros")
        }
        if tooShort > 0 { lines.append("  \(tooShort) forms are too short to be looked for") }
        lines += ["", "guessed without the key: share right, beside the share right knowing nothing"]
        lines += attempts.map { attempt in
            "  \(Self.percent(attempt.rate)) \(Self.percent(attempt.baseRate))  \(attempt.isHarmless ? "harmless" : "LEARNED ")"
                + "  \(attempt.name) (\(attempt.tested) tested)"
        }
        if let clustering { lines += ["", clustering.text] }
        if let size {
            lines += ["", "at rest, a purchase"]
            lines += size.shares.map { share in
                "  \(Self.padded(share.kind, 8)) \(Self.grouped(share.records, 12)) records, "
                    + "\(Self.average(share.bytes, size.purchases)) bytes, \(Self.average(share.fileBytes, size.purchases)) with their pages"
            }
            lines.append(
                "  together \(Self.one(size.bytesPerPurchase)) bytes of records (limit \(Int(StateSize.limit))), "
                    + "\(Self.one(size.fileBytesPerPurchase)) bytes of the file")
        }
        lines += ["", isClean ? "clean: nothing found that should not be there" : "\(findings.count) findings"]
        lines += findings.map { "  \($0.text)" }
        return lines.joined(separator: "\n")
    }

    private static func byReason(_ reasons: [String: String]) -> [(String, [String])] {
        Dictionary(grouping: reasons.keys, by: { reasons[$0] ?? "" }).map { ($0.key, $0.value.sorted()) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func grouped(_ number: Int, _ width: Int) -> String {
        let digits = Array(String(number))
        let text = digits.indices.map { index in
            (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digits[index])
        }.joined()
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func percent(_ share: Double) -> String {
        let text = one(share * 100, places: 2) + " %"
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }

    private static func average(_ bytes: Int, _ count: Int) -> String { one(Double(bytes) / Double(max(1, count))) }

    private static func one(_ number: Double, places: Int = 1) -> String {
        String(format: "%.\(places)f", number)
    }
}
