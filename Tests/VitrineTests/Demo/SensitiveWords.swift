import Domain
import Foundation
import PolicyEngine

@testable import vitrine

/// What must not occur in what others read of the demo.
struct SensitiveWords {
    /// Found wherever they stand.
    private let phrases: Set<String>
    /// Found as words of their own.
    private let words: Set<String>

    /// Ids, titles and brands of the demo's goods of tier A, the classes of tier A by name, and words for such goods.
    static func ofTheDemo() throws -> SensitiveWords {
        let policy = try PolicyOrigin().loadForTerminal(taxonomy: nil).policy
        let withheld = policy.classes.filter { $0.tier == .withhold }
        let shown = DemoSample.goods.filter { good in !DemoSample.withheld.contains { $0.id == good.id } }
        let brands = Set(DemoSample.withheld.map(\.brand)).subtracting(shown.map(\.brand))
        let goods = DemoSample.withheld.flatMap { [$0.id, $0.en] + ($0.zh.map { [$0] } ?? []) }
        let classes = withheld.flatMap { ["\"\($0.id)\""] + [$0.name.en, $0.name.zh].compactMap(\.self) }
        return SensitiveWords(
            phrases: Set(goods + brands + classes).union([
                "避孕", "早孕", "棉条", "血压", "头皮护理", "日光疗法", "助听器", "体重秤", "念珠", "雪茄", "吸奶",
                "减肥", "圣经", "离婚", "塔罗", "戒烟", "头巾", "探测器",
            ]),
            words: [
                "condom", "condoms", "pregnancy", "tampons", "pressure", "scalp", "therapy", "hearing", "scale",
                "prayer", "memorial", "urn", "cigars", "breast", "slimming", "bible", "divorce", "birth", "tarot",
                "smoking", "hijab", "hidden",
            ])
    }

    func found(in text: String) -> [String] {
        let own = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        return phrases.filter { text.contains($0) } + words.intersection(own)
    }
}
