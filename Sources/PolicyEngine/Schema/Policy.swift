public import Domain

/// A loaded policy: what may be disclosed to whom, when, and as what.
public struct Policy: Sendable {
    /// The first 16 hex digits of the digest of everything that decides.
    ///
    /// Independent of the order of files and rules, of ids of rules, names, reasons and comments.
    public let revision: String
    /// The rules multiplied out; what decides.
    public let table: DecisionTable
    /// The rules as written; what the table is held against, and what explains it.
    public let plain: PlainEvaluator

    let content: PolicyContent
    let digest: @Sendable ([UInt8]) -> [UInt8]
    private let classByCode: [ClassCode: SensitivityClass]

    /// The rules are multiplied out, unless their table is at hand.
    init(
        _ content: PolicyContent, digest: @escaping @Sendable ([UInt8]) -> [UInt8], table known: DecisionTable? = nil
    ) {
        let tiers = content.tiers
        self.content = content
        self.digest = digest
        revision = Self.hexadecimal(digest(content.canonicalEncoding).prefix(8))
        table =
            known
            ?? DecisionTable(
                space: DecisionSpace(
                    classCodes: tiers.keys, ageSteps: content.rules.compactMap(\.condition.minimumAge)),
                rules: content.rules, tiers: tiers)
        plain = PlainEvaluator(rules: content.rules, tiers: tiers)
        classByCode = Dictionary(content.classes.map { ($0.code, $0) }) { first, _ in first }
    }

    /// A policy whose rules are known by their table only.
    init(_ content: PolicyContent, revision: String, table: DecisionTable) {
        self.content = content
        self.revision = revision
        self.table = table
        digest = { $0 }
        plain = PlainEvaluator(rules: content.rules, tiers: content.tiers)
        classByCode = Dictionary(content.classes.map { ($0.code, $0) }) { first, _ in first }
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    /// The class of that code; nothing for `unknown` and for codes of other policies, which are tier A.
    public func sensitivityClass(_ code: ClassCode) -> SensitivityClass? { classByCode[code] }

    /// The tier of a class; tier A when the policy has no such class.
    public func tier(of code: ClassCode) -> Tier { classByCode[code]?.tier ?? .withhold }

    /// What an audience gets when an owner switches sharing on and says no more.
    public func defaultLevel(_ tier: Tier, _ audience: Audience) -> Level {
        if audience == .owner { return .full }
        return content.defaults[tier]?[audience] ?? .nothing
    }

    /// The same policy with other rules or roots, unchecked: for trying what would happen, never for serving.
    public func replacing(rules: [Rule]? = nil, roots: [Root]? = nil, terms: [Term]? = nil) -> Policy {
        var content = content
        content.rules = rules ?? content.rules
        content.roots = roots ?? content.roots
        content.terms = terms ?? content.terms
        return Policy(content, digest: digest)
    }
}
