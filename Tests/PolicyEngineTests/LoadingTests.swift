import Domain
import PolicyEngine
import Testing

struct LoadingTests {
    @Test func `an unknown file is a mistake`() {
        let files = PolicyFiles(files: Fixture.files.map { ($0.0 == "shop.yaml" ? "policies/shops.yaml" : $0.0, $0.1) })
        #expect(
            DiagnosticTests.rendered(files) == """
                policies/shops.yaml:1:1: error: unknown policy file `shops.yaml`
                 1 | slots: 4
                   | ^
                   = did you mean `shop.yaml`?
                   = expected one of `aggregates.yaml`, `disclosure.yaml`, `release.yaml`, `sensitive.yaml`, \
                `shop.yaml`, `sources.yaml`, `invariants.yaml`, `retention.yaml`
                shop.yaml:1:1: error: the file is missing
                """)
    }

    @Test func `a missing file is named beside the others`() {
        let files = PolicyFiles(files: Fixture.files.dropLast().map { ("policies/" + $0.0, $0.1) })
        #expect(DiagnosticTests.rendered(files) == "policies/shop.yaml:1:1: error: the file is missing")
    }

    @Test func `a file that is given twice is a mistake`() {
        let files = PolicyFiles(files: Fixture.files + [("more/shop.yaml", Fixture.shop)])
        #expect(
            DiagnosticTests.rendered(files) == """
                more/shop.yaml:1:1: error: a second `shop.yaml`
                 1 | slots: 4
                   | ^
                """)
    }

    @Test func `invariants may stand beside the policy`() throws {
        let invariants = """
            invariants:
              - id: nothing-is-more-than-full
                says: { en: Nothing is more than everything, zh: 没有什么多于全部 }
                because: [gdpr-9]
                atMost: full
            """
        let files = PolicyFiles(files: Fixture.files + [("invariants.yaml", invariants)])
        #expect(
            try PolicyLoader(digest: Fixture.digest).load(files).invariants.map(\.id) == ["nothing-is-more-than-full"])
    }

    @Test func `all mistakes are told at once, in the order of files and lines`() throws {
        let files = PolicyFiles(
            files: Fixture.files.map { name, text in
                (name, text.replacing("[gdpr-9]", with: "[gpdr-9]").replacing("k: 5", with: "k: 0"))
            })
        let error = try #require(throws: InvalidPolicyError.self) { try Fixture.load(files) }
        let places = error.diagnostics.map { "\($0.file):\($0.line)" }
        #expect(
            places == [
                "aggregates.yaml:1", "disclosure.yaml:30", "disclosure.yaml:39", "sensitive.yaml:14",
                "sensitive.yaml:18", "sensitive.yaml:25", "sensitive.yaml:28", "sensitive.yaml:37", "sensitive.yaml:41",
            ])
        #expect(error.diagnostics.allSatisfy { $0.suggestion == "gdpr-9" || $0.file == "aggregates.yaml" })
    }

    @Test func `aliases cannot make a small file large`() {
        let rows = (1...40).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
        }
        let text = (["a0: &a0 [x]"] + rows).joined(separator: "\n")
        let files = PolicyFiles(files: Fixture.files.map { ($0.0, $0.0 == "shop.yaml" ? text : $0.1) })
        #expect(DiagnosticTests.rendered(files).contains("the anchor `a40` is not used in policies"))
    }

    @Test func `a policy whose cases cannot be enumerated does not load`() {
        let classes = (1...20).map {
            "  - { id: extra-\($0), tier: withhold, name: { en: Extra, zh: 更多 }, because: [gdpr-9] }"
        }.joined(separator: "\n")
        let limits = (1...600).map {
            "  - { id: age-\($0), when: { age: { from: \($0) }, audience: friends }, disclose: nothing, "
                + "because: [gdpr-9] }"
        }.joined(separator: "\n")
        let files = PolicyFiles(
            files: Fixture.files.map { name, text in
                switch name {
                case "sensitive.yaml": (name, text.replacing("classes:", with: "classes:\n" + classes))
                case "disclosure.yaml": (name, text.replacing("limits:", with: "limits:\n" + limits))
                default: (name, text)
                }
            })
        #expect(
            DiagnosticTests.rendered(files) == """
                disclosure.yaml:14:1: error: the rules tell 3005000 cases apart, more than the 2000000 that can be \
                checked
                 14 | grants:
                    | ^
                    = expected fewer classes, or fewer different ages
                """)
    }

    @Test func `what was loaded can be asked for`() throws {
        let policy = try Fixture.load()
        #expect(policy.classes.map(\.id) == ["alcohol", "fitness", "health", "ordinary"])
        #expect(policy.taxonomyRelease == "small-1")
        #expect(policy.tier(of: .init(name: "alcohol")) == .coarsen)
        #expect(policy.tier(of: .unknown) == .withhold)
        #expect(policy.sensitivityClass(.unknown) == nil)
        #expect(policy.sensitivityClass(.init(name: "health"))?.name.zh == "健康")
        #expect(policy.levels.disclosure(.hint) == .init(product: .department, time: .month))
        #expect(policy.defaultLevel(.ordinary, .closeFriends) == .product)
        #expect(policy.defaultLevel(.withhold, .closeFriends) == .nothing)
        #expect(policy.defaultLevel(.withhold, .owner) == .full)
        #expect(policy.labels == .init(department: 1, category: 2))
        #expect(policy.telling == .init(ordinaryShare: 80, ordinaryCount: 20, classShare: 10))
        #expect(policy.preimageGoods == 5)
        #expect(policy.k == 5)
        #expect(policy.shop.pickable == [.ordinary, .ownerDecides])
        #expect(policy.shop.lockHours == 72)
        #expect(policy.rules.first { $0.id == "health-is-withheld" }?.location.line == 36)
    }
}
