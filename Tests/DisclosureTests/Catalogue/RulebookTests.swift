import Domain
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

struct RulebookTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `changing the catalogue bit by bit comes to the same as reading it anew`(seed: UInt64) async throws {
        let world = try await World()
        var generator = SplitMix64(seed: seed)
        let shelves = ["fb-1-2", "fb-2-1", "ga-1-1", "ho-1-1", "sp-1-1"]
        for _ in 0..<40 {
            let number = Int.random(in: 1...6, using: &generator)
            let category = shelves[Int.random(in: 0..<shelves.count, using: &generator)]
            let id = "tea-\(number)"
            if Int.random(in: 0..<4, using: &generator) == 0, let product = ProductID(id) {
                try await world.point.catalogue.remove(product)
            } else {
                // Some of these shelves are less strict than others; here that is allowed.
                let entry = try SampleCatalogue.entry(
                    id, category: category, price: Int64.random(in: 100...9_000, using: &generator),
                    isListed: Bool.random(using: &generator))
                try await world.point.catalogue.put([entry], allowsLowering: true)
            }
        }
        let kept = world.point.rulebook
        let anew = Rulebook(
            policy: kept.policy, taxonomy: kept.taxonomy, products: try await world.catalogue.products(),
            revisions: kept.revisions, ordinal: kept.ordinal, version: 0)
        #expect(Set(kept.products) == Set(anew.products))
        for product in anew.products {
            #expect(kept.good(product.number)?.product == product)
            #expect(kept.good(product.number)?.classCode == anew.good(product.number)?.classCode)
            #expect(kept.number(of: product.id) == product.number)
        }
        for category in kept.taxonomy.categories {
            for precision in [ProductPrecision.category, .department] {
                guard let label = kept.label(of: category.number, precision)?.number else { continue }
                #expect(
                    kept.census.goods(under: label, at: precision) == anew.census.goods(under: label, at: precision))
                for brand in ["Lotus", "Rare"] {
                    #expect(
                        kept.census.goods(under: label, at: precision, brand: brand)
                            == anew.census.goods(under: label, at: precision, brand: brand))
                }
                for price in stride(from: Int64(100), through: 9_000, by: 700) {
                    let band = kept.policy.priceBands.band(of: try World.euros(price))
                    #expect(
                        kept.census.goods(under: label, at: precision, band: band)
                            == anew.census.goods(under: label, at: precision, band: band))
                }
            }
        }
    }

    @Test func `ages stand for each other only where every table decides them alike`() throws {
        let policy = try SamplePolicy.load()
        let former = try SamplePolicy.load(replacing: [("from: 24", "from: 7")])
        let rulebook = Rulebook(
            policy: policy, taxonomy: .empty, products: [Product](), revisions: [former.table, nil, policy.table],
            ordinal: 2, version: 0)
        let ages = 0...40
        for age in ages {
            let youngest = rulebook.youngestAge(decidedLike: age)
            for table in [policy.table, former.table] {
                for cell in 0..<table.space.cellCount {
                    var facts = table.space.facts(ofCell: cell)
                    facts.ageInMonths = age
                    let decided = table.disclosure(facts)
                    facts.ageInMonths = youngest
                    #expect(table.disclosure(facts) == decided)
                }
            }
        }
        #expect(Set(ages.map(rulebook.youngestAge)) == [0, 7, 24])
    }
}
