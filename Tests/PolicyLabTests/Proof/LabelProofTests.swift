import Domain
import Foundation
import Testing

@testable import PolicyEngine
@testable import PolicyLab

/// That no label names a stricter class than the goods under it are in.
struct LabelProofTests {
    private static let overlays: [[String]] = [[], ["cn"], ["us-wa"], ["cn", "us-wa"]]
    private static let claim = "labels-name-nothing-stricter"

    private static func set(_ overlays: [String], _ taxonomy: Taxonomy) throws -> PolicySet {
        try PolicyLoader(digest: ShippedPolicy.digest).load(
            PolicyFiles(directory: ShippedPolicy.directory), taxonomy: taxonomy,
            overlays: overlays.map { try PolicyFiles(directory: "\(ShippedPolicy.directory)/overlays/\($0)") })
    }

    private static var fullTree: URL? {
        let data =
            ProcessInfo.processInfo.environment["VITRINE_DATA"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: ShippedPolicy.directory).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "shared/data")
        let file = data.appending(path: "taxonomy/shopify_categories_en_zh.tsv")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    private static func tree(_ file: URL) throws -> Taxonomy {
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        return try Taxonomy(
            rows.enumerated().map { index, line in
                let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return Category(
                    number: UInt32(index + 1), id: row[0], parentID: row[1].isEmpty ? nil : row[1],
                    name: LocalizedText(
                        en: row[3].components(separatedBy: " > ").last, zh: row[4].components(separatedBy: " > ").last))
            })
    }

    private func outcome(_ overlays: [String], _ taxonomy: Taxonomy, labels: ShownLabels? = nil) throws -> Proof.Outcome
    {
        let set = try Self.set(overlays, taxonomy)
        let only = PolicySet(
            policy: set.policy, suites: [], invariants: set.invariants.filter { $0.id == Self.claim },
            overlays: set.overlays)
        return try #require(
            Prover(only, taxonomy: taxonomy, table: set.policy.table, labels: labels).proof().outcomes.first)
    }

    @Test(arguments: overlays)
    func `no label of the compact tree names a stricter class, under any overlay`(_ overlays: [String]) throws {
        let taxonomy = try ShippedPolicy.taxonomy()
        let outcome = try outcome(overlays, taxonomy)
        #expect(outcome.counterexample == nil)
        #expect(outcome.cases == 2 * taxonomy.categories.count)
    }

    @Test(.enabled(if: fullTree != nil, "there is no real input: set VITRINE_DATA"), arguments: overlays)
    func `no label of the whole taxonomy names a stricter class, under any overlay`(_ overlays: [String]) throws {
        let taxonomy = try Self.tree(try #require(Self.fullTree))
        #expect(taxonomy.categories.count > 10_000)
        #expect(try outcome(overlays, taxonomy).counterexample == nil)
    }

    @Test(arguments: overlays)
    func `with plain ancestors as labels the proof fails and names node and label`(_ overlays: [String]) throws {
        let taxonomy = try ShippedPolicy.taxonomy()
        let plain = ShownLabels(unprotected: taxonomy, depths: LabelDepths(department: 1, category: 3))
        let sentence = try #require(try outcome(overlays, taxonomy, labels: plain).counterexample?.sentence)
        #expect(
            sentence == "goods under the node `aa-1-2-8-2` (Burkinis), of class `religion`, are shown at precision "
                + "`category` under the label `aa-1-2` (Baby & Toddler Clothing), which is of class `baby-gifts`")
    }

    private static let shown: [(String, String?, String?)] = [
        ("aa-1-6-13", "aa-1", "aa"),  // slips stand under Lingerie
        ("aa-1-8-1", "aa-1", "aa"),  // long johns stand under Men's Undergarments
        ("hb-3-9-3", "hb-3", "hb"),  // odor removers stand under Foot Care
        ("hb-1-9-6-8", nil, "hb"),  // protein stands under Fitness & Nutrition, and that under Health Care
        ("rc-3", "rc-3", nil),  // weddings stand under Religious & Ceremonial
        ("bt-4-2", "bt-4-2", nil),  // gates stand under Baby & Toddler
        ("me-3", "me-3", nil),  // music stands under Media
        ("me-1", "me-1", "me"), ("fb-2", "fb-2", "fb"), ("hg-11-8-5", "hg-11-8", "hg"),
    ]

    @Test(arguments: shown)
    func `the label goes up until it may be shown`(_ node: String, category: String?, department: String?) throws {
        let taxonomy = try ShippedPolicy.taxonomy()
        let labels = try Self.set([], taxonomy).policy.shownLabels(for: taxonomy)
        let number = try #require(taxonomy.category(id: node)?.number)
        func id(_ precision: ProductPrecision) -> String? {
            labels.label(of: number, at: precision).flatMap { taxonomy.category(number: $0)?.id }
        }
        #expect(id(.category) == category)
        #expect(id(.department) == department)
        #expect(id(.exact) == nil && labels.label(of: 0, at: .category) == nil)
    }

    @Test func `a name tells a class by its words, unless it lists something else as well`() throws {
        let names = ["Tops", "Lingerie", "Lingerie & Hats", "Lingerie & Condoms"]
        var categories = [Category(number: 1, id: "aa", parentID: nil, name: LocalizedText(en: "Apparel", zh: nil))]
        for (index, name) in names.enumerated() {
            let number = UInt32(10 * (index + 1))
            categories.append(
                Category(number: number, id: "aa-\(number)", parentID: "aa", name: LocalizedText(en: name, zh: nil)))
            categories.append(
                Category(
                    number: number + 1, id: "aa-\(number)-1", parentID: "aa-\(number)",
                    name: LocalizedText(en: "Things", zh: nil)))
        }
        let taxonomy = try Taxonomy(categories)
        let labels = ShownLabels(
            taxonomy: taxonomy,
            classifier: try Self.set([], try ShippedPolicy.taxonomy()).policy.classifier(for: taxonomy),
            depths: LabelDepths(department: 1, category: 2))
        #expect([11, 21, 31, 41].map { labels.label(of: $0, at: .category) } == [10, nil, 30, nil])
        #expect(labels.label(of: 21, at: .department) == 1)
    }
}
