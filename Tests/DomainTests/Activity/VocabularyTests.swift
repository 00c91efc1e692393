import Domain
import Testing

struct VocabularyTests {
    @Test func `audiences go from closest to farthest and are found by name`() {
        #expect(
            Audience.allCases.map(\.name) == ["self", "close-friends", "friends", "friends-of-friends", "everyone"])
        #expect(Audience.allCases.sorted() == Audience.allCases)
        #expect(Audience.others == Array(Audience.allCases.dropFirst()))
        for audience in Audience.allCases { #expect(Audience(name: audience.name) == audience) }
        for text in ["", "friend", "Friends", "friends ", "owner", "blocked"] { #expect(Audience(name: text) == nil) }
    }

    @Test func `tiers go from laxest to strictest and are found by name`() {
        #expect(Tier.allCases.map(\.name) == ["ordinary", "owner-decides", "coarsen", "withhold"])
        #expect(Tier.allCases.sorted() == Tier.allCases)
        for tier in Tier.allCases { #expect(Tier(name: tier.name) == tier) }
        #expect(Tier(name: "A") == nil)
    }

    @Test func `the code of a class is a function of its name and never the one of the unknown`() {
        #expect(ClassCode(name: "ordinary") == ClassCode(name: "ordinary"))
        #expect(ClassCode(name: "ordinary") != ClassCode(name: "health"))
        for number in 0..<70_000 where ClassCode(name: "class-\(number)") == .unknown {
            Issue.record("class-\(number)")
        }
        // A known answer: codes lie in sealed records, so they must never change.
        #expect(ClassCode(name: "").rawValue == 0x811C ^ 0x9DC5)
    }

    @Test func `an address is its sixteen bytes, in their order`() {
        let bytes = (1...16).map { UInt8($0 * 15) }
        let address = Address(bytes: bytes)
        #expect(address.bytes == bytes)
        #expect(Address(high: 1, low: 9) < Address(high: 2, low: 0))
        #expect(Address(high: 1, low: 0) < Address(high: 1, low: 1))
    }
}
