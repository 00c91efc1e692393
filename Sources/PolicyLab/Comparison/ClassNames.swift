import Domain
import PolicyEngine

/// What the classes of two policies are called.
struct ClassNames {
    private let ids: [ClassCode: String]
    private let tiers: [ClassCode: [Tier]]

    init(_ old: Policy, _ new: Policy) {
        let classes = old.classes + new.classes
        ids = Dictionary(classes.map { ($0.code, $0.id) }) { first, _ in first }
        tiers = Dictionary(uniqueKeysWithValues: ids.keys.map { ($0, [old.tier(of: $0), new.tier(of: $0)]) })
    }

    /// The id of a class, or `unclassified`.
    func name(_ code: ClassCode) -> String { ids[code] ?? "unclassified" }

    /// Several classes in words; a tier all of which is meant stands for its classes.
    func words(for codes: [ClassCode], among all: [ClassCode]) -> String {
        if Set(codes) == Set(all) { return "every class" }
        var rest = Set(codes)
        var words: [String] = []
        for tier in Tier.allCases {
            let members = all.filter { tiers[$0] == [tier, tier] }
            guard members.count > 2, rest.isSuperset(of: members) else { continue }
            rest.subtract(members)
            words.append("every class of tier \(tier.name)")
        }
        return Phrase.list(words + rest.map(name).sorted())
    }
}
