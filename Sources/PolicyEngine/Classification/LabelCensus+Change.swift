import Domain

extension LabelCensus {
    /// Beyond this many sensitive classes under one label, any change counts as one that may hide.
    private static let enumeratedClasses = 8

    /// Whether something that fitted a label of these categories before may not fit it now, or may tell now, whatever its
    /// owner agreed to.
    ///
    /// Goes through every set of classes that may be shown alike, since that depends on consents.
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

    private func mayTellMore(than former: LabelCensus, _ label: Label, _ thresholds: TellingThresholds) -> Bool {
        let present = Set(((tallies[label] ?? []) + (former.tallies[label] ?? [])).map(\.classCode))
        let protected = present.filter { classifier.tier(of: $0) == .coarsen }
        if protected.isEmpty { return false }
        let ordinary = present.filter { classifier.tier(of: $0) == .ordinary }
        // Goods of tier A are shown in no form.
        let sensitive = present.filter { [.coarsen, .ownerDecides].contains(classifier.tier(of: $0)) }
            .sorted { $0.rawValue < $1.rawValue }
        guard sensitive.count <= Self.enumeratedClasses else { return true }
        for choice in 1..<(1 << sensitive.count) {
            let chosen = Set(sensitive.indices.filter { choice >> $0 & 1 == 1 }.map { sensitive[$0] })
            guard !chosen.isDisjoint(with: protected) else { continue }
            let alike = chosen.union(ordinary)
            if isTelling(label, thresholds, shownAlike: alike.contains),
                !former.isTelling(label, thresholds, shownAlike: alike.contains)
            {
                return true
            }
        }
        return false
    }
}
