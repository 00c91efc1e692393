import Domain
import PolicyEngine

/// Overlays over the fixture.
enum Overlays {
    static func files(_ text: String, _ folder: String = "narrow") -> PolicyFiles {
        PolicyFiles(files: [(folder + "/overlay.yaml", text)])
    }

    static func load(
        _ overlays: [PolicyFiles], over files: PolicyFiles = PolicyFiles(files: Fixture.files)
    ) throws -> PolicySet {
        try PolicyLoader(digest: Fixture.digest).load(files, taxonomy: try Fixture.taxonomy(), overlays: overlays)
    }

    /// One that raises a class and does nothing else.
    static func raise(_ name: String, to tier: String) -> String {
        """
        overlay: { id: narrow, title: { en: Narrow, zh: 窄 }, because: [gdpr-9] }

        # What it changes.
        tiers:
          - class: \(name)
            tier: \(tier)
            because: [gdpr-9]
        """
    }

    /// One that discloses more, with a reason.
    static let wide = """
        overlay:
          id: wide
          title: { en: Wide, zh: 宽 }
          because: [product-promise]
          mayWiden: true
          reason: A family of wine growers
        grants:
          - id: friends-see-wine-by-month
            when: { kind: purchase, audience: friends, class: alcohol }
            disclose: category
            because: [product-promise]
        """

    /// The cells in which the second policy discloses what the first did not, for classes that both have.
    static func widened(from first: Policy, to second: Policy) -> [DecisionFacts] {
        (0..<second.table.space.cellCount).map { second.table.space.facts(ofCell: $0) }.filter { facts in
            (facts.classCode == .unknown || first.sensitivityClass(facts.classCode) != nil)
                && !second.table.disclosure(facts).isAtMost(first.table.disclosure(facts))
        }
    }
}
