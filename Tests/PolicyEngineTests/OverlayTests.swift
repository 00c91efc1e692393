import Domain
import PolicyEngine
import Testing

struct OverlayTests {
    @Test func `an overlay narrows in every way it can`() throws {
        let set = try Overlays.load([Overlays.files(Fixture.overlay)])
        let policy = set.policy
        #expect(set.overlays.map(\.id) == ["narrow"])
        #expect(set.overlays.first?.title.zh == "更窄")
        #expect(set.overlays.first?.reasonToWiden == nil)
        #expect(policy.tier(of: .init(name: "alcohol")) == .withhold)
        #expect(policy.sensitivityClass(.init(name: "alcohol"))?.because == ["gdpr-9", "own-law"])
        #expect(policy.sources.map(\.id) == ["gdpr-9", "own-law", "product-promise"])
        #expect(policy.k == 8)
        #expect(policy.preimageGoods == 6)
        #expect(policy.telling == .init(ordinaryShare: 85, ordinaryCount: 20, classShare: 5))
        #expect(policy.release.settleHours[.month] == 96)
        #expect(policy.release.settleHours[.week] == 48)
        #expect(policy.shop.pickable == [.ordinary])
        let classifier = policy.classifier(for: try Fixture.taxonomy())
        let vodka = classifier.reason(category: "fb", title: .init(en: "Vodka, 0.7 l", zh: nil), brand: nil)
        #expect(vodka.classCode == .init(name: "spirits"))
        #expect(classifier.reason(category: "fb-2", title: .init(en: "?", zh: nil), brand: nil).root == "fb-2")
    }

    @Test func `a grant that names a class vanishes when the class is withheld`() throws {
        let facts = DecisionFacts(kind: .purchase, audience: .friends, classCode: .init(name: "alcohol"))
        #expect(try Fixture.load().table.disclosure(facts) == .init(product: .department, time: .month))
        let policy = try Overlays.load([Overlays.files(Fixture.overlay)]).policy
        #expect(policy.table.disclosure(facts) == .nothing)
        let limit = try #require(policy.rules.first { $0.id == "narrow-withholds-alcohol" })
        #expect(limit.because == ["own-law"])
        #expect(limit.location.file == "narrow/overlay.yaml")
        let own = DecisionFacts(kind: .purchase, audience: .owner, classCode: .init(name: "alcohol"))
        #expect(policy.table.disclosure(own) == .full)
    }

    @Test func `no cell discloses more than without the overlay`() throws {
        let before = try Fixture.load()
        let after = try Overlays.load([Overlays.files(Fixture.overlay)]).policy
        #expect(Overlays.widened(from: before, to: after) == [])
        #expect(after.table != before.table)
    }

    @Test func `a tier that is stricter by name and gives more is refused with an example`() throws {
        let base = Fixture.files(
            "disclosure.yaml", replacing: "audience: friends, class: alcohol",
            with: "audience: friends-of-friends, tier: coarsen")
        let overlay = Overlays.files(Overlays.raise("fitness", to: "coarsen"))
        #expect(
            DiagnosticTests.rendered(base, overlays: [overlay]) == """
                narrow/overlay.yaml:5:12: error: the overlay widens `fitness`: of a `purchase`, \
                `friends-of-friends` would see `{ product: department, time: month }` instead of `nothing`
                 5 |   - class: fitness
                   |            ^
                   = expected `mayWiden: true` with a `reason`, or what only narrows
                """)
    }

    @Test func `a node does not go to a class that others may have opted in`() throws {
        let overlay = Overlays.files(
            """
            overlay: { id: narrow, title: { en: Narrow, zh: 窄 }, because: [gdpr-9] }
            tiers:
              - { class: fitness, tier: coarsen, because: [gdpr-9] }
            roots:
              - class: fitness
                nodes: [fb-1-1]
                because: [gdpr-9]
            """)
        let taxonomy = try Fixture.taxonomy()
        #expect(
            DiagnosticTests.rendered(
                PolicyFiles(files: Fixture.files), taxonomy: taxonomy, overlays: [overlay]) == """
                    narrow/overlay.yaml:6:13: error: the node `fb-1-1` goes from `alcohol` to `fitness`, and whoever \
                    opted in the second one only would share it
                     6 |     nodes: [fb-1-1]
                       |             ^
                       = expected a class of tier `withhold`, or one that the overlay brings
                    """)
    }

    @Test func `a term does not raise goods to a class that others may have opted in`() throws {
        let overlay = Overlays.files(
            """
            overlay: { id: narrow, title: { en: Narrow, zh: 窄 }, because: [gdpr-9] }
            terms:
              - class: alcohol
                en: [dumbbell]
                because: [gdpr-9]
            """)
        #expect(
            DiagnosticTests.rendered(PolicyFiles(files: Fixture.files), overlays: [overlay]) == """
                narrow/overlay.yaml:3:12: error: what a term hits goes from `fitness` to `alcohol`, and whoever \
                opted in the second one only would share it
                 3 |   - class: alcohol
                   |            ^
                   = expected a class of tier `withhold`, or one that the overlay brings
                """)
    }

    @Test func `without the taxonomy only roots that withhold can be judged`() throws {
        let overlay = Overlays.files(Fixture.overlay)
        let rendered = DiagnosticTests.rendered(PolicyFiles(files: Fixture.files), overlays: [overlay])
        #expect(
            rendered == """
                narrow/overlay.yaml:21:13: error: without the taxonomy it cannot be told whether this root only narrows
                 21 |     nodes: [fb-2]
                    |             ^
                    = expected a class of tier `withhold`, or the taxonomy
                """)
        let withholding = Fixture.overlay.replacing("tier: coarsen", with: "tier: withhold")
        #expect(
            DiagnosticTests.rendered(
                PolicyFiles(files: Fixture.files), overlays: [Overlays.files(withholding)]) == "no mistake was found")
    }

    @Test func `an overlay that says so in writing may widen`() throws {
        let set = try Overlays.load([Overlays.files(Overlays.wide)])
        #expect(set.overlays.first?.reasonToWiden == "A family of wine growers")
        let facts = DecisionFacts(kind: .purchase, audience: .friends, classCode: .init(name: "alcohol"))
        #expect(set.policy.table.disclosure(facts) == .init(product: .category, time: .month, price: .band))
    }

    @Test func `what one overlay widens another may take back`() throws {
        let narrow = Overlays.files(Overlays.raise("alcohol", to: "withhold"))
        let facts = DecisionFacts(kind: .purchase, audience: .friends, classCode: .init(name: "alcohol"))
        for overlays in [
            [Overlays.files(Overlays.wide, "wide"), narrow], [narrow, Overlays.files(Overlays.wide, "wide")],
        ] {
            #expect(try Overlays.load(overlays).policy.table.disclosure(facts) == .nothing)
        }
    }

    @Test func `an overlay may repeat what the policy says`() throws {
        let overlay = Overlays.files(
            """
            overlay: { id: narrow, title: { en: Narrow, zh: 窄 }, because: [gdpr-9] }
            limits:
              - id: minors-share-nothing-here-either
                when: { minor: true, audience: close-friends }
                disclose: nothing
                because: [gdpr-9]
            thresholds: { k: 5 }
            """)
        #expect(Overlays.widened(from: try Fixture.load(), to: try Overlays.load([overlay]).policy) == [])
    }

    @Test func `an overlay without its file, and files that it does not know`() {
        let files = PolicyFiles(files: [("own/overlays.yaml", "overlay: {}")])
        #expect(
            DiagnosticTests.rendered(PolicyFiles(files: Fixture.files), overlays: [files]) == """
                own/overlay.yaml:1:1: error: the file is missing
                own/overlays.yaml:1:1: error: unknown overlay file `overlays.yaml`
                 1 | overlay: {}
                   | ^
                   = expected `overlay.yaml`
                """)
    }

    @Test func `an overlay that is given twice`() throws {
        let overlays = ["first", "second"].map { Overlays.files(Overlays.raise("alcohol", to: "withhold"), $0) }
        #expect(
            DiagnosticTests.rendered(PolicyFiles(files: Fixture.files), overlays: overlays) == """
                second/overlay.yaml:1:16: error: the id `narrow` is taken by the overlay in line 1 of \
                `first/overlay.yaml`
                 1 | overlay: { id: narrow, title: { en: Narrow, zh: 窄 }, because: [gdpr-9] }
                   |                ^
                """)
    }
}
