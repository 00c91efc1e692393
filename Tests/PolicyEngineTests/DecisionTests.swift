import Domain
import PolicyEngine
import Testing

struct DecisionTests {
    let policy: Policy

    init() throws {
        policy = try Fixture.load()
    }

    private func decide(
        _ audience: Audience, _ id: String, kind: ActivityKind = .purchase, age: Int = 0, minor: Bool = false,
        thirdParty: Bool = false
    ) -> Disclosure {
        policy.table.disclosure(
            DecisionFacts(
                kind: kind, audience: audience, classCode: ClassCode(name: id), ageInMonths: age, minor: minor,
                thirdParty: thirdParty))
    }

    @Test func `a grant reaches the audience it names and everybody closer`() {
        let months = Disclosure(product: .category, time: .month, price: .band)
        #expect(decide(.friends, "fitness") == months)
        #expect(decide(.closeFriends, "fitness") == months)
        #expect(decide(.friendsOfFriends, "fitness") == .nothing)
        #expect(decide(.everyone, "fitness") == .nothing)
    }

    @Test func `a limit reaches the audience it names and everybody farther`() {
        #expect(decide(.closeFriends, "ordinary", thirdParty: true) == decide(.closeFriends, "ordinary"))
        #expect(
            decide(.friends, "ordinary", thirdParty: true)
                == Disclosure(product: .department, time: .month, price: .band))
    }

    @Test func `of a chain of grants the widest that matches counts`() {
        #expect(decide(.closeFriends, "ordinary") == Disclosure(product: .exact, time: .week, price: .band))
        #expect(decide(.friends, "ordinary") == Disclosure(product: .category, time: .month, price: .band))
    }

    @Test func `owners see all of their own, whatever it is`() {
        for kind in ActivityKind.allCases {
            for id in ["ordinary", "alcohol", "health", "a class of another policy"] {
                #expect(decide(.owner, id, kind: kind, age: 99, minor: true, thirdParty: true) == .full)
            }
        }
    }

    @Test func `nothing granted, nothing disclosed`() {
        #expect(decide(.closeFriends, "ordinary", kind: .milestone) == .nothing)
    }

    @Test func `a class that the policy does not know is withheld`() {
        for audience in Audience.others {
            for kind in ActivityKind.allCases {
                #expect(decide(audience, "a class of another policy", kind: kind) == .nothing)
                #expect(
                    policy.table.disclosure(DecisionFacts(kind: kind, audience: audience, classCode: .unknown))
                        == .nothing)
            }
        }
    }

    @Test func `an age takes effect in its month and stays`() {
        #expect(!decide(.friends, "ordinary", age: 23).isNothing)
        #expect(decide(.friends, "ordinary", age: 24).isNothing)
        #expect(decide(.friends, "ordinary", age: 1000).isNothing)
    }

    @Test func `what was bought as a minor is shown to nobody`() {
        for audience in Audience.others { #expect(decide(audience, "ordinary", minor: true).isNothing) }
    }

    @Test func `the rules that match are named`() {
        let facts = DecisionFacts(
            kind: .purchase, audience: .closeFriends, classCode: ClassCode(name: "ordinary"), ageInMonths: 30)
        #expect(
            policy.plain.matching(facts).map(\.id) == [
                "close-friends-see-products", "friends-see-months", "old-purchases-leave",
            ])
    }
}
