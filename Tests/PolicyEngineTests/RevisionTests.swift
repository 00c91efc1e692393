import Domain
import Foundation
import PolicyEngine
import Testing

struct RevisionTests {
    @Test(arguments: Seeds.fresh(8))
    func `shuffling files, rules and lists changes neither revision nor decision`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let original = try Fixture.load()
        var files = Fixture.files.map { ($0.0, Self.shuffleEntries($0.1, &generator)) }
        files.shuffle(using: &generator)
        let shuffled = try Fixture.load(PolicyFiles(files: files))
        #expect(shuffled.revision == original.revision, "seed \(seed)")
        #expect(shuffled.table == original.table, "seed \(seed)")
    }

    @Test(arguments: Seeds.fresh(3))
    func `shuffling the shipped files changes neither revision nor decision`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let original = try ShippedPolicy.load()
        let folder = ShippedPolicy.directory
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        var files: [(String, String)] = []
        for name in names.sorted().shuffled(using: &generator) {
            let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
                .filter { !$0.drop { $0 == " " }.hasPrefix("#") }
            files.append((name, Self.shuffleEntries(lines.joined(separator: "\n"), &generator)))
        }
        let shuffled = try Fixture.load(PolicyFiles(files: files))
        #expect(shuffled.revision == original.revision, "seed \(seed)")
        #expect(shuffled.table == original.table, "seed \(seed)")
        #expect(shuffled.terms == original.terms, "seed \(seed)")
        #expect(Self.writtenOrder(shuffled) != Self.writtenOrder(original), "seed \(seed)")
        let taxonomy = try ShippedPolicy.taxonomy()
        let (before, after) = (original.classifier(for: taxonomy), shuffled.classifier(for: taxonomy))
        for category in taxonomy.categories {
            #expect(before.classCode(ofCategory: category.number) == after.classCode(ofCategory: category.number))
        }
    }

    @Test(arguments: Seeds.fresh(8))
    func `shuffling overlays and what is in them changes neither revision nor decision`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let texts = [
            ("narrow", Fixture.overlay), ("wide", Overlays.wide),
            (
                "second",
                Fixture.overlay.replacing("narrow", with: "second").replacing("own-law", with: "other-law")
                    .replacing("spirits", with: "liquor").replacing("friends-do-not", with: "others-do-not")
                    .replacing("k: 8", with: "k: 9").replacing("month: 96", with: "day: 40")
            ),
        ]
        let original = try Overlays.load(texts.map { Overlays.files($0.1, $0.0) })
        let shuffled = try Overlays.load(
            texts.shuffled(using: &generator).map { Overlays.files(Self.shuffleEntries($0.1, &generator), $0.0) },
            over: PolicyFiles(files: Fixture.files.shuffled(using: &generator)))
        #expect(shuffled.policy.revision == original.policy.revision, "seed \(seed)")
        #expect(shuffled.policy.table == original.policy.table, "seed \(seed)")
        #expect(shuffled.policy.terms == original.policy.terms, "seed \(seed)")
        #expect(shuffled.overlays.map(\.id) == ["narrow", "second", "wide"])
        #expect(original.policy.k == 9)
    }

    @Test func `everything that an overlay changes makes another revision`() throws {
        let original = try Overlays.load([Overlays.files(Fixture.overlay)]).policy.revision
        #expect(original != (try Fixture.load().revision))
        for (old, new) in [
            ("tier: withhold\n    because: [own-law]\nroots", "tier: coarsen\n    because: [own-law]\nroots"),
            ("nodes: [fb-2]", "nodes: [me-1]"), ("[vodka]", "[gin tonic]"),
            ("audience: friends", "audience: close-friends"),
            ("k: 8", "k: 9"), ("goods: 6", "goods: 7"), ("ordinaryShare: 85", "ordinaryShare: 86"),
            ("classShare: 5", "classShare: 4"), ("month: 96", "month: 97"),
            ("pickable: [ordinary]", "pickable: [owner-decides]"),
        ] {
            let bent = Fixture.overlay.replacing(old, with: new)
            let revision = try Overlays.load([Overlays.files(bent)]).policy.revision
            #expect(revision != original, "\(new)")
        }
        let renamed = Fixture.overlay.replacing("id: narrow", with: "id: tight").replacing(
            "en: Narrower", with: "en: Tighter")
        #expect(try Overlays.load([Overlays.files(renamed)]).policy.revision == original)
    }

    @Test func `a revision is sixteen hexadecimal digits`() throws {
        let revision = try Fixture.load().revision
        #expect(revision.count == 16)
        #expect(revision.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }

    @Test func `comments, names, reasons and ids of rules decide nothing`() throws {
        let original = try Fixture.load().revision
        for (name, old, new) in [
            ("disclosure.yaml", "grants:", "# said before\ngrants: # said after"),
            ("sensitive.yaml", "en: Ordinary goods", "en: Everyday goods"),
            ("disclosure.yaml", "id: friends-see-months", "id: friends-may-see-months"),
            ("disclosure.yaml", "because: [gdpr-9]", "because: [product-promise]"),
        ] {
            #expect(try Fixture.load(Fixture.files(name, replacing: old, with: new)).revision == original, "\(new)")
        }
    }

    @Test func `everything that decides makes another revision`() throws {
        let original = try Fixture.load().revision
        for (name, old, new) in [
            ("disclosure.yaml", "{ product: department }", "{ product: department, time: quarter }"),
            ("disclosure.yaml", "age: { from: 24 }", "age: { from: 25 }"),
            ("disclosure.yaml", "friends: hint, friends-of", "friends: nothing, friends-of"),
            ("disclosure.yaml", "ordinaryCount: 20", "ordinaryCount: 21"),
            ("disclosure.yaml", "goods: 5", "goods: 6"),
            ("disclosure.yaml", "minor: true", "private: true"),
            ("sensitive.yaml", "nodes: [hb-1-3]", "nodes: [hb-1-4]"),
            ("sensitive.yaml", "tier: owner-decides", "tier: coarsen"),
            ("sensitive.yaml", "[whisky]", "[whiskey]"),
            ("release.yaml", "quarter: 120", "quarter: 121"),
            ("aggregates.yaml", "2500", "3000"),
            ("shop.yaml", "slots: 4", "slots: 5"),
        ] {
            #expect(try Fixture.load(Fixture.files(name, replacing: old, with: new)).revision != original, "\(new)")
        }
    }

    @Test func `replaced rules make another revision and another table`() throws {
        let policy = try Fixture.load()
        let without = policy.replacing(rules: policy.rules.filter { $0.id != "health-is-withheld" })
        #expect(without.revision != policy.revision)
        #expect(policy.replacing().revision == policy.revision)
    }

    private static func writtenOrder(_ policy: Policy) -> [String] {
        policy.rules.sorted { $0.location.line < $1.location.line }.map(\.id)
    }

    /// Puts the entries of every list of mappings into another order.
    private static func shuffleEntries(_ text: String, _ generator: inout SeededGenerator) -> String {
        var lines: [String] = []
        var entries: [[String]] = []
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("  - ") {
                entries.append([line])
            } else if line.hasPrefix("    "), !entries.isEmpty {
                entries[entries.count - 1].append(line)
            } else {
                lines += entries.shuffled(using: &generator).joined()
                entries = []
                lines.append(line)
            }
        }
        lines += entries.shuffled(using: &generator).joined()
        return lines.joined(separator: "\n")
    }
}
