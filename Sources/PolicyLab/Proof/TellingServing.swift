import Domain
import PolicyEngine

/// What the telling rule lets through under one label, asked of the census that serves, each form once.
///
/// Over the leaves of the taxonomy alone: goods of a catalogue can only take away, as the rule asks the same of them
/// besides.
struct TellingServing {
    private let label: TellingLabel
    private let subject: ProofSubject
    private let census: LabelCensus
    private let positions: [ClassCode: Int]
    private var known: [[UInt8]: UInt64] = [:]

    init(label: TellingLabel, subject: ProofSubject, census: LabelCensus) {
        self.label = label
        self.subject = subject
        self.census = census
        let codes = subject.space.classes
        positions = Dictionary(label.classes.enumerated().map { (codes[$1], $0) }) { first, _ in first }
    }

    /// A bit for every position of a class of tier B that is shown under the label, although it is of tier B.
    mutating func served(_ forms: [UInt8]) -> UInt64 {
        if let mask = known[forms] { return mask }
        var mask: UInt64 = 0
        let distinct = subject.decisions.distinct
        for index in forms.indices where label.tiers[index] == .coarsen && forms[index] != 0 {
            let form = distinct[Int(forms[index])]
            // What is shown under a label of the other depth is looked at there.
            let isHere = form.product == label.precision || form.product < .category && label.precision == .category
            guard isHere else { continue }
            let isTelling = census.isTelling(
                label: label.category.number, classCode: subject.space.classes[label.classes[index]],
                forms: { code in positions[code].map { distinct[Int(forms[$0])] } ?? .nothing },
                thresholds: subject.policy.telling)
            if !isTelling { mask |= 1 << UInt64(index) }
        }
        known[forms] = mask
        return mask
    }
}
