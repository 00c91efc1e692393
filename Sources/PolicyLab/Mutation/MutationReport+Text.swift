import PolicyEngine

extension MutationReport {
    /// For the person at the keyboard: how many of each kind were noticed, and every survivor with a case that would.
    public var text: String {
        var lines = MutationOperator.allCases.compactMap(line)
        let equivalent = outcomes.count - effective
        lines.append("")
        lines.append(
            "\(outcomes.count) mutants, \(equivalent) equivalent; \(killed) of \(effective) noticed, "
                + "\(score / 10).\(score % 10) %")
        for survivor in survivors {
            guard case .survived(let difference) = survivor.fate else { continue }
            let place = survivor.mutant.location.map { "\($0.file):\($0.line): " } ?? ""
            lines.append("")
            lines.append("survived: \(place)\(survivor.mutant.change)")
            lines.append("  told apart by \(difference)")
            lines += difference.suggestedCase(policy).map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ kind: MutationOperator) -> String? {
        let tried = outcomes.filter { $0.mutant.operator == kind && !$0.isEquivalent }
        guard !tried.isEmpty else { return nil }
        let noticed = tried.count { $0.isKilled }
        let count = "\(noticed)/\(tried.count)"
        return kind.rawValue.padded(22) + count.padded(12) + (noticed == tried.count ? "" : "survivors")
    }

    private struct Document: Encodable {
        struct Survivor: Encodable {
            let `operator`: MutationOperator
            let change: String
            let file: String?
            let line: Int?
            let difference: String
            let suggestion: [String]
        }

        let mutants: Int
        let equivalent: Int
        let killed: Int
        let percent: Double
        let survivors: [Survivor]
    }

    /// For programs.
    public var json: String {
        let survivors = survivors.compactMap { outcome -> Document.Survivor? in
            guard case .survived(let difference) = outcome.fate else { return nil }
            return Document.Survivor(
                operator: outcome.mutant.operator, change: outcome.mutant.change,
                file: outcome.mutant.location?.file, line: outcome.mutant.location?.line,
                difference: difference.description, suggestion: difference.suggestedCase(policy))
        }
        return JSONText.text(
            of: Document(
                mutants: outcomes.count, equivalent: outcomes.count - effective, killed: killed,
                percent: Double(score) / 10, survivors: survivors))
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
