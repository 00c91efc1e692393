public import Disclosure
import Domain
import Foundation
import PolicyEngine

/// An explanation in words and as JSON.
///
/// Sensitivity: as the explanation itself; for operators and made-up worlds only.
public struct ExplanationReport: Sendable {
    let explanation: Explanation
    /// What is explained: `it_…, seen by ben`.
    let subject: String

    public init(_ explanation: Explanation, subject: String) {
        self.explanation = explanation
        self.subject = subject
    }

    /// Whether the viewer is served anything.
    public var isShown: Bool { explanation.exposed != nil }

    /// For the person at the keyboard.
    public var text: String {
        (heading + classification + rules + decision + result).joined(separator: "\n")
    }

    private var heading: [String] {
        let audience = explanation.audience?.name ?? "none, being blocked"
        return [subject, "audience: \(audience)", ""]
    }

    private var classification: [String] {
        let findings = explanation.classes.map { finding in
            let origins = finding.origins.map(\.words).joined(separator: ", ")
            return "  \(finding.id), tier \(finding.tier.name) (\(origins))\(reason(finding.reason))"
        }
        return ["classes"] + findings + [""]
    }

    private func reason(_ reason: ClassificationReason?) -> String {
        guard let reason else { return "" }
        let because = reason.because.isEmpty ? "" : ", because of \(reason.because.joined(separator: ", "))"
        if let root = reason.root { return ": under `\(root)`\(because)" }
        if let term = reason.term { return ": the title has `\(term)`\(because)" }
        return ": in no known category"
    }

    private var rules: [String] {
        let determining = Set(explanation.determining.map(\.id))
        let listed = explanation.rules.map { rule in
            let mark = determining.contains(rule.id) ? "*" : " "
            let place = "\(rule.location.file):\(rule.location.line)"
            return "\(mark) \(rule.effect.rawValue) \(rule.id) (\(place)): \(rule.disclosure.notation)"
        }
        return ["rules that match (* decides)"] + (listed.isEmpty ? ["  none"] : listed) + [""]
    }

    private var decision: [String] {
        [
            "by the rules          \(explanation.allowed.notation)",
            "with consent          \(explanation.consented.notation)",
            "with enough goods     \(explanation.fitting.notation)",
            "disclosed             \(explanation.disclosure.notation)",
            "released              \(explanation.releasedAt?.description ?? "never")",
            "",
        ]
    }

    private var result: [String] {
        if let obstacle = explanation.obstacle {
            return ["suppressed: \(obstacle.sentence)"]
                + (explanation.heldUntil.map { ["until \($0) at least"] } ?? [])
        }
        guard let exposed = explanation.exposed else { return ["shown to its owner in full"] }
        return ["shown", Self.json(exposed)]
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(value) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    public var json: String { Self.json(self) }
}

extension ClassFinding.Origin {
    fileprivate var words: String {
        switch self {
        case .atPurchase: "at purchase"
        case .productNow: "the product now"
        case .categoryNow: "the category now"
        case .noGoods: "about no goods"
        }
    }
}
