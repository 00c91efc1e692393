import Domain
import PolicyEngine
import Testing

struct LabelCensusTests {
    private let alcohol = ClassCode(name: "alcohol")
    private let ordinary = ClassCode(name: "ordinary")
    private let health = ClassCode(name: "health")
    private let fitness = ClassCode(name: "fitness")
    private let thresholds = TellingThresholds(ordinaryShare: 80, ordinaryCount: 20, classShare: 10)
    private let hint = Disclosure(product: .department, time: .month)

    /// One department `fb` (number 1) with the given numbers of leaves, and its census.
    private func census(ordinary plain: Int, alcohol wine: Int, fitness weights: Int = 0) throws -> LabelCensus {
        var categories = [Category(number: 1, id: "fb", parentID: nil, name: LocalizedText(en: "Food", zh: nil))]
        func add(_ id: String, under parent: String) {
            let name = LocalizedText(en: id, zh: nil)
            categories.append(Category(number: UInt32(categories.count + 1), id: id, parentID: parent, name: name))
        }
        for group in ["fb-1", "fb-2", "fb-3"] { add(group, under: "fb") }
        for leaf in 0..<wine { add("fb-1-\(leaf)", under: "fb-1") }
        for leaf in 0..<plain { add("fb-2-\(leaf)", under: "fb-2") }
        for leaf in 0..<weights { add("fb-3-\(leaf)", under: "fb-3") }
        let taxonomy = try Taxonomy(categories)
        let policy = try Fixture.load()
        let roots = policy.roots + [Root(node: "fb-3", classCode: fitness, because: [])]
        return LabelCensus(
            taxonomy: taxonomy, classifier: policy.replacing(roots: roots).classifier(for: taxonomy),
            labels: policy.labels)
    }

    private func isTelling(_ census: LabelCensus, _ forms: [ClassCode: Disclosure]) -> Bool {
        census.isTelling(label: 1, classCode: alcohol, forms: { forms[$0] ?? .nothing }, thresholds: thresholds)
    }

    @Test func `among enough ordinary goods in the same form, nothing is told`() throws {
        let census = try census(ordinary: 45, alcohol: 4)
        #expect(!isTelling(census, [ordinary: hint, alcohol: hint]))
    }

    @Test func `a form that ordinary goods do not take tells`() throws {
        let census = try census(ordinary: 45, alcohol: 4)
        let finer = Disclosure(product: .category, time: .day)
        #expect(isTelling(census, [ordinary: finer, alcohol: hint]))
        #expect(isTelling(census, [ordinary: Disclosure(product: .department, time: .day), alcohol: hint]))
    }

    @Test func `fewer than four fifths of ordinary leaves tell`() throws {
        #expect(
            isTelling(try census(ordinary: 29, alcohol: 3, fitness: 3), [ordinary: hint, alcohol: hint, fitness: hint])
                == false)
        #expect(
            isTelling(try census(ordinary: 24, alcohol: 3, fitness: 4), [ordinary: hint, alcohol: hint, fitness: hint]))
    }

    @Test func `fewer than twenty ordinary leaves and goods tell`() throws {
        let census = try census(ordinary: 18, alcohol: 1)
        #expect(isTelling(census, [ordinary: hint, alcohol: hint]))
        let goods = [
            CataloguedGood(category: 5, classCode: ordinary), CataloguedGood(category: 6, classCode: ordinary),
        ]
        #expect(!isTelling(census.adding(goods: goods), [ordinary: hint, alcohol: hint]))
    }

    @Test func `more than a tenth of one sensitive class tells`() throws {
        #expect(isTelling(try census(ordinary: 40, alcohol: 5), [ordinary: hint, alcohol: hint]))
        #expect(
            isTelling(try census(ordinary: 60, alcohol: 2, fitness: 8), [ordinary: hint, alcohol: hint, fitness: hint]))
        // One in ten of all, but one in nine where it is the only class that is shown.
        #expect(
            isTelling(try census(ordinary: 45, alcohol: 6, fitness: 5), [ordinary: hint, alcohol: hint, fitness: hint]))
    }

    @Test func `a sensitive class counts whether it is shown or not`() throws {
        let (many, few) = (
            try census(ordinary: 60, alcohol: 2, fitness: 8), try census(ordinary: 60, alcohol: 2, fitness: 6)
        )
        for fitness in [hint, .nothing, Disclosure(product: .category, time: .month)] {
            #expect(isTelling(many, [ordinary: hint, alcohol: hint, self.fitness: fitness]))
            #expect(!isTelling(few, [ordinary: hint, alcohol: hint, self.fitness: fitness]))
        }
    }

    @Test func `goods count for themselves beside the leaves`() throws {
        let census = try census(ordinary: 45, alcohol: 4)
        let wines = (0..<3).map { _ in CataloguedGood(category: 5, classCode: alcohol) }
        let food = (0..<20).map { _ in CataloguedGood(category: 20, classCode: ordinary) }
        #expect(isTelling(census.adding(goods: wines + food), [ordinary: hint, alcohol: hint]))
        #expect(!isTelling(census.adding(goods: wines + food + food), [ordinary: hint, alcohol: hint]))
    }

    @Test func `an exact product or its brand always tells`() throws {
        let census = try census(ordinary: 45, alcohol: 4)
        for precision in [ProductPrecision.exact, .brand] {
            let form = Disclosure(product: precision, time: .month)
            #expect(isTelling(census, [ordinary: form, alcohol: form]))
        }
    }

    @Test func `what is not shown and what is not of tier B is not asked about`() throws {
        let census = try census(ordinary: 1, alcohol: 4)
        #expect(!isTelling(census, [ordinary: hint]))
        #expect(!census.isTelling(label: 1, classCode: ordinary, forms: { _ in hint }, thresholds: thresholds))
    }

    @Test func `goods are counted by label, brand and band`() throws {
        let dollar = try #require(Currency("USD"))
        let cheap = PriceBand(currency: dollar, from: 0, to: 999)
        let dear = PriceBand(currency: dollar, from: 1000, to: nil)
        let census = try census(ordinary: 3, alcohol: 1).adding(goods: [
            CataloguedGood(category: 6, classCode: ordinary, brand: "Acme", band: cheap),
            CataloguedGood(category: 7, classCode: ordinary, brand: "Acme", band: dear),
            CataloguedGood(category: 5, classCode: alcohol, brand: "Other", band: cheap),
            CataloguedGood(category: 3, classCode: ordinary),
            CataloguedGood(category: 99, classCode: .unknown),
        ])
        #expect(census.label(of: 6, at: .category) == 3)
        #expect(census.label(of: 6, at: .department) == 1)
        #expect(census.label(of: 6, at: .exact) == nil)
        #expect(census.goods(under: 1) == 4)
        #expect(census.goods(under: 3) == 3)
        #expect(census.goods(under: 77) == 0)
        #expect(census.goods(under: 1, at: .department, band: cheap) == 2)
        #expect(census.goods(under: 3, at: .category, band: cheap) == 1)
        #expect(census.goods(under: 3, at: .brand, brand: "Acme") == 2)
        #expect(census.goods(under: 3, at: .brand, brand: "Acme", band: dear) == 1)
        #expect(census.goods(under: 3, at: .brand, brand: "Nobody") == 0)
    }
}
