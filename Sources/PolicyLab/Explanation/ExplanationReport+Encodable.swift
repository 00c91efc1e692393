import Disclosure
import Domain
import PolicyEngine

extension ExplanationReport: Encodable {
    private enum Key: String, CodingKey {
        case subject, audience, classes, rules, allowed, consented, fitting, disclosure, obstacle, releasedAt, heldUntil
        case item
    }

    private struct Class: Encodable {
        let id: String
        let tier: String
        let origins: [String]
        let root: String?
        let term: String?
        let because: [String]
    }

    private struct MatchedRule: Encodable {
        let id: String
        let effect: String
        let file: String
        let line: Int
        let disclosure: String
        let isDetermining: Bool
    }

    public func encode(to encoder: any Encoder) throws {
        let determining = Set(explanation.determining.map(\.id))
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(subject, forKey: .subject)
        try container.encodeIfPresent(explanation.audience?.name, forKey: .audience)
        try container.encode(
            explanation.classes.map { finding in
                Class(
                    id: finding.id, tier: finding.tier.name, origins: finding.origins.map(\.rawValue),
                    root: finding.reason?.root,
                    term: finding.reason?.term, because: finding.reason?.because ?? [])
            }, forKey: .classes)
        try container.encode(
            explanation.rules.map { rule in
                MatchedRule(
                    id: rule.id, effect: rule.effect.rawValue, file: rule.location.file, line: rule.location.line,
                    disclosure: rule.disclosure.notation, isDetermining: determining.contains(rule.id))
            }, forKey: .rules)
        try container.encode(explanation.allowed.notation, forKey: .allowed)
        try container.encode(explanation.consented.notation, forKey: .consented)
        try container.encode(explanation.fitting.notation, forKey: .fitting)
        try container.encode(explanation.disclosure.notation, forKey: .disclosure)
        try container.encodeIfPresent(explanation.obstacle?.rawValue, forKey: .obstacle)
        try container.encodeIfPresent(explanation.releasedAt?.description, forKey: .releasedAt)
        try container.encodeIfPresent(explanation.heldUntil?.description, forKey: .heldUntil)
        try container.encodeIfPresent(explanation.exposed, forKey: .item)
    }
}
