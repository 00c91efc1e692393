import Disclosure
import Domain
import PolicyEngine

/// What each audience sees of each class, with an example of each, made by the code that serves.
struct ReportMatrix {
    let policy: Policy
    let taxonomy: Taxonomy

    /// By tier, from open to closed; within one by name.
    func sections() -> [ReportContent.Section] {
        let classifier = policy.classifier(for: taxonomy)
        var nodes: [ClassCode: Int] = [:]
        for category in taxonomy.categories {
            nodes[classifier.classCode(ofCategory: category.number), default: 0] += 1
        }
        let specimens = Specimens(policy: policy, taxonomy: taxonomy)
        return Tier.allCases.map { tier in
            let phrase = tier.phrase
            return ReportContent.Section(
                key: tier.name, name: phrase.name, says: phrase.says,
                rows: policy.classes.filter { $0.tier == tier }.map { known in
                    ReportContent.Row(
                        id: known.id, name: Bilingual(known.name, otherwise: known.id), because: known.because,
                        nodes: PolicyReport.grouped(nodes[known.code] ?? 0), cells: cells(of: known.code, specimens))
                })
        }
    }

    private func cells(of code: ClassCode, _ specimens: Specimens?) -> [ReportContent.Cell] {
        Audience.others.map { audience in
            let most = specimens?.most(of: code, for: audience)
            let standard = specimens?.byDefault(of: code, for: audience)
            let example = most?.exposed.flatMap(ServedExample.init)
            let disclosure = most?.disclosure ?? .nothing
            return ReportContent.Cell(
                audience: audience.phrase, isShown: !disclosure.isNothing,
                isShownByDefault: !(standard?.disclosure.isNothing ?? true), most: disclosure.phrase,
                byDefault: (standard?.disclosure ?? .nothing).phrase, example: example?.words,
                why: disclosure.isNothing ? most?.obstacle?.phrase : nil)
        }
    }
}

extension Obstacle {
    /// For readers of the report, as far as a specimen can meet it.
    fileprivate var phrase: Bilingual? {
        switch self {
        case .rules: Bilingual("the rules give nothing", "规则不予显示")
        case .tellingForm: Bilingual("its form would tell what it is", "其形式会暴露类别")
        case .fewGoods: Bilingual("too little looks alike", "相似商品太少")
        default: nil
        }
    }
}
