import Domain

extension LabelCensus {
    /// Whether something that fitted a label of these categories before may not fit it now, or may tell now, whatever its
    /// owner agreed to.
    public func mayHideMore(
        than former: LabelCensus, under categories: Set<UInt32>, goods minimum: Int, thresholds: TellingThresholds
    ) -> Bool {
        for label in Set(categories.flatMap { shownLabels(of: $0) + former.shownLabels(of: $0) }) {
            let precision = label.precision
            let before = former.goods(under: label.number, at: precision)
            if before >= minimum, goods(under: label.number, at: precision) < minimum { return true }
            if mayTellMore(than: former, label, thresholds) { return true }
        }
        return false
    }

    /// What tells does not depend on consents but in ordinary goods, without which nothing of tier B is shown at all.
    private func mayTellMore(than former: LabelCensus, _ label: Label, _ thresholds: TellingThresholds) -> Bool {
        let present = ((tallies[label] ?? []) + (former.tallies[label] ?? [])).map(\.classCode)
        guard present.contains(where: { classifier.tier(of: $0) == .coarsen }) else { return false }
        return isTelling(label, thresholds) { _ in true } && !former.isTelling(label, thresholds) { _ in true }
    }
}
