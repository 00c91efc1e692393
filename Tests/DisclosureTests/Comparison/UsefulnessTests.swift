import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Storage
import Testing

struct UsefulnessTests {
    private func usefulness(_ purchases: [String: Int]) throws -> Usefulness {
        let categories = try Taxonomy(
            SampleCatalogue.categories.enumerated().map { index, draft in
                Category(number: UInt32(index + 1), id: draft.id, parentID: draft.parentID, name: draft.name)
            })
        return try Usefulness(
            policy: try SamplePolicy.load(), taxonomy: categories, goods: try SampleCatalogue.entries(),
            purchases: Dictionary(
                uniqueKeysWithValues: try purchases.map { (try World.product($0.key), $0.value) }))
    }

    private func forms(
        _ usefulness: Usefulness, _ id: String, _ audience: Audience, _ setting: Usefulness.Setting = .defaults
    ) -> [String] {
        usefulness.rows.filter { $0.classID == id && $0.audience == audience && $0.setting == setting }.map {
            "\($0.purchases) \($0.form.notation)"
        }
    }

    @Test func `ordinary goods are seen by friends, in a form that enough goods fit`() throws {
        let seen = try usefulness(["tea-1": 30, "lamp-1": 4, "spade-1": 6])
        #expect(forms(seen, "ordinary", .closeFriends) == ["40 { product: exact, time: week, price: band }"])
        #expect(
            forms(seen, "ordinary", .friends) == [
                "30 { product: category, time: month, price: band }",
                "4 { product: department, time: month, price: band }", "6 nothing",
            ])
        #expect(forms(seen, "ordinary", .everyone) == ["40 nothing"])
        #expect(seen.share(of: .ordinary, seenBy: .closeFriends) == 1)
        #expect(seen.share(of: .ordinary, seenBy: .friends) == 0.85)
        #expect(seen.share(of: .ordinary, seenBy: .everyone) == 0)
        #expect(seen.share(of: .coarsen, seenBy: .friends) == nil)
    }

    @Test func `sensitive goods are seen where their class is opted in`() throws {
        let seen = try usefulness(["wine-1": 2, "whey-1": 3, "pill-1": 5])
        #expect(forms(seen, "fitness", .friends) == ["3 nothing"])
        #expect(
            forms(seen, "fitness", .friends, .everythingOptedIn) == [
                "3 { product: category, time: month, price: band }"
            ])
        #expect(forms(seen, "health", .closeFriends, .everythingOptedIn) == ["5 nothing"])
        #expect(
            forms(seen, "alcohol", .friends, .everythingAsHints) == ["2 { product: department, time: month }"])
        #expect(forms(seen, "health", .friends, .everythingAsHints) == ["5 nothing"])
        // Ordinary food goes as a category, so a hint of it would tell of wine.
        #expect(forms(seen, "alcohol", .friends, .everythingOptedIn) == ["2 nothing"])
    }

    @Test func `a product that is not there is withheld`() throws {
        let seen = try usefulness(["ghost": 7])
        #expect(seen.rows.allSatisfy { $0.classID == "unclassified" && $0.tier == .withhold && $0.form.isNothing })
        #expect(seen.purchases == 7)
    }

    @Test func `purchases that are there count whoever shares, the withheld ones unopened`() async throws {
        let world = try await World()
        try await world.put("ada")
        for product in ["tea-1", "tea-2", "pill-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-10T09:30:00Z")
        }
        let seen = try await world.point.usefulness()
        #expect(seen.purchases == 2)
        #expect(seen.sealedAsWithheld == 1)
        #expect(forms(seen, "ordinary", .friends) == ["2 { product: category, time: month, price: band }"])
        let generous = try await world.point.usefulness(
            of: try SamplePolicy.load(replacing: [
                (
                    old: "product, friends: category, friends-of-friends: nothing",
                    new: "product, friends: category, friends-of-friends: hint"
                )
            ]))
        #expect(forms(seen, "ordinary", .friendsOfFriends) == ["2 nothing"])
        #expect(forms(generous, "ordinary", .friendsOfFriends) == ["2 { product: department, time: month }"])
    }
}
