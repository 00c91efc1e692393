import Domain

/// Reads `tiers:`, the classes under the tier that each must have.
struct TierListReader {
    static let fields: [Field] = Tier.allCases.map { .optional($0.name, .list(of: .text)) }

    let vocabulary: SuiteVocabulary

    /// Nothing when there is no such key.
    func tiers(_ file: MappingReader) -> Suite.TierList? {
        guard let node = file.node("tiers"),
            let reader = MappingReader(
                node, of: "`tiers`", noun: "tier", Self.fields, diagnostics: vocabulary.diagnostics)
        else { return nil }
        var entries: [Suite.TierList.Entry] = []
        for tier in Tier.allCases {
            for (id, place) in reader.texts(tier.name) {
                guard let code = code(id, at: place) else { continue }
                if let first = entries.first(where: { $0.classCode == code }) {
                    vocabulary.diagnostics.report(
                        "the class `\(id)` is listed under `\(first.tier.name)` already", at: place)
                    continue
                }
                entries.append(Suite.TierList.Entry(location: place, classID: id, classCode: code, tier: tier))
            }
        }
        return Suite.TierList(location: file.keyLocation("tiers"), entries: entries)
    }

    private func code(_ id: String, at place: SourceLocation) -> ClassCode? {
        guard id != SuiteVocabulary.unclassified else {
            vocabulary.diagnostics.report("`\(id)` goods are of no class, and withheld by that", at: place)
            return nil
        }
        return vocabulary.classCode(id, at: place)
    }
}
