import Domain
import PolicyEngine
import Testing

struct InvariantTests {
    private static func files(_ text: String) -> PolicyFiles {
        PolicyFiles(files: Fixture.files + [("invariants.yaml", text)])
    }

    private static func text(_ rest: String) -> String {
        """
        invariants:
          - id: so-it-is
            says: { en: So it is, zh: 如此 }
            because: [gdpr-9]
            \(rest)
        """
    }

    private func invariant(_ rest: String) throws -> Invariant {
        let set = try PolicyLoader(digest: Fixture.digest).load(Self.files(Self.text(rest)))
        return try #require(set.invariants.first)
    }

    @Test func `an invariant says what it claims, of what, and why`() throws {
        let invariant = try invariant(
            """
            given: { kind: [purchase], audience: friends, class: alcohol, tier: coarsen, age: { from: 3, below: 9 },
                  minor: false, private: true, thirdParty: true, sharing: true, optedIn: false, level: [unchosen, hint],
                  override: [default, friends], blocked: false }
                disclosure: hint
            """)
        #expect(invariant.id == "so-it-is")
        #expect(invariant.says == LocalizedText(en: "So it is", zh: "如此"))
        #expect(invariant.because == ["gdpr-9"])
        #expect(invariant.location == SourceLocation(file: "invariants.yaml", line: 2, column: 9))
        #expect(invariant.claim == .discloses(Disclosure(product: .department, time: .month)))
        var given = InputSelection()
        given.kinds = [.purchase]
        given.audiences = [.friends]
        given.classes = [ClassCode(name: "alcohol")]
        given.tiers = [.coarsen]
        given.ages = 3..<9
        given.minor = false
        given.isPrivate = true
        given.thirdParty = true
        given.sharing = true
        given.optedIn = false
        given.levels = [nil, .hint]
        given.overrides = ["default", "friends"]
        given.blocked = false
        #expect(invariant.given == given)
    }

    @Test func `claims are read as they are meant`() throws {
        var atMost = Disclosure.full
        atMost.product = .category
        atMost.price = .band
        atMost.quantity = .none
        atMost.shop = .none
        #expect(
            try invariant("atMost: { product: category, price: band, quantity: none, shop: none }").claim
                == .atMost(atMost))
        #expect(
            try invariant("atLeast: { product: category, time: month }").claim
                == .atLeast(Disclosure(product: .category, time: .month)))
        #expect(
            try invariant("never: { time: [minute, day], shop: named }").claim
                == .never(FieldValues(times: [.minute, .day], shops: [.named])))
        #expect(
            try invariant("compare: { change: age, to: older, disclosure: atMost }").claim
                == .compare(InputChange(.age, upwards: true), .atMost))
        #expect(
            try invariant("notTelling: { ordinaryShare: 80, ordinaryCount: 20, classShare: 10 }").claim
                == .notTelling(TellingPromise(ordinaryShare: 80, ordinaryCount: 20, classShare: 10)))
        for property in PolicyProperty.allCases {
            #expect(try invariant("holds: \(property.rawValue)").claim == .holds(property))
        }
        for subject in InputChange.Subject.allCases {
            for (word, isUpwards) in [(subject.directions.down, false), (subject.directions.up, true)] {
                #expect(
                    try invariant("compare: { change: \(subject.rawValue), to: \(word), disclosure: same }").claim
                        == .compare(InputChange(subject, upwards: isUpwards), .same))
            }
        }
    }

    @Test(arguments: InvariantMistake.all)
    func `a mistake in an invariant is told where it stands`(_ mistake: InvariantMistake) {
        let rendered = DiagnosticTests.rendered(Self.files(mistake.text ?? Self.text(mistake.rest)))
        #expect(rendered == mistake.rendered)
    }
}
