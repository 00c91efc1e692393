extension ShadowLog {
    /// For a terminal: each report with what it may tell.
    public var text: String {
        var lines: [String] = reports.isEmpty ? ["no epoch was reported yet"] : []
        for report in reports {
            lines.append(
                "\(report.epoch): `\(report.liveRevision)` in force, `\(report.shadowRevision)` in its shadow")
            let told = report.lines.filter { $0.widened.owners != nil || $0.narrowed.owners != nil }
            lines += told.map { line in
                "  for \(Phrase.spaced(line.audience)), \(line.kind)s: \(line.widened.words("widened", k: report.k)), "
                    + line.narrowed.words("narrowed", k: report.k)
            }
            let rest = told.isEmpty ? "" : "otherwise "
            if told.count < report.lines.count {
                lines.append("  \(rest)nothing, or changes for fewer than \(report.k) owners")
            }
        }
        if unreadableLines > 0 { lines.append("\(Phrase.count(unreadableLines, "line")) could not be read") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// For programs: the reports as they were written.
    public var json: String { JSONText.text(of: reports) }
}

extension ShadowReport.Count {
    fileprivate func words(_ verb: String, k: Int) -> String {
        guard let owners, let items else { return "\(verb) for fewer than \(k) owners" }
        return "at least \(items) \(verb) of at least \(owners) owners"
    }
}
