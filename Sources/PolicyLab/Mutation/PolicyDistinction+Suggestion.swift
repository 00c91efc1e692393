import Domain
import PolicyEngine

extension PolicyDistinction {
    /// A case for a suite that would tell the first policy from the second, line by line.
    func suggestedCase(_ policy: Policy) -> [String] {
        switch self {
        case .decision(let facts, let name, let first, _):
            let flags = [
                (facts.minor, "minor: true"), (facts.isPrivate, "private: true"),
                (facts.thirdParty, "thirdParty: true"),
            ]
            .filter(\.0).map { ", " + $0.1 }.joined()
            let category = policy.roots.first { policy.sensitivityClass($0.classCode)?.id == name }?.node ?? "zz"
            return [
                "suggested: in `goods`, `something: { category: \(category), alike: \(policy.preimageGoods) }`;",
                "in `\(facts.kind == .purchase ? "purchases" : "happenings")`, one of it\(flags), "
                    + "\(facts.ageInMonths) months before `now`;",
                "in `expect`, `\(facts.audience.name): \(first.notation)`",
            ]
        case .tier(let name, let first, _):
            return ["suggested: a purchase of class `\(name)` with and without `optIn`, as befits tier `\(first.name)`"]
        case .node(let node, let first, _):
            return ["suggested: in `classifies`, `- { class: \(first), categories: [\(node)] }`"]
        case .label(let node, let first, _):
            return ["suggested: a purchase of a good in `\(node)` that `exposes` the category `\(first)`"]
        case .level(let level, let audience, let tier, let first, _):
            return [
                "suggested: an owner whose `levels` are `\(level.rawValue)`, a purchase of tier `\(tier.name)`, "
                    + "`\(audience.name): \(first.notation)`"
            ]
        case .standard(let audience, let tier, let first, _):
            return [
                "suggested: an owner who shares at the defaults, a purchase of tier `\(tier.name)`, "
                    + "`\(audience.name): \(first.rawValue)`"
            ]
        case .terms(let name):
            return [
                "suggested: in `classifies`, `- { class: \(name), in: hg, titles: […] }` with the term, `by` the term"
            ]
        case .settle(let size, _, _):
            return ["suggested: a purchase shown by `\(size)`, with `released` at its tick"]
        case .number(let name, let first, _): return ["suggested: in `figures`, `\(name): \(first)`"]
        case .bands: return ["suggested: in `bands`, the edges of the currency"]
        case .shop: return ["suggested: in `figures`, what `shop.yaml` says"]
        }
    }
}
