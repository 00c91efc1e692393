public import Domain
public import PolicyEngine

/// Everything a decision is made by, at one moment: policy, taxonomy, catalogue, and the revisions consents were given under.
///
/// Immutable; a request takes one and keeps to it.
public final class Rulebook: Sendable {
    /// A product with what the classifier says of it; rulebooks share it, so that the next one copies no goods.
    final class Good: Sendable {
        let product: Product
        /// Zero when the taxonomy has no such category.
        let category: UInt32
        let classCode: ClassCode

        init(product: Product, category: UInt32, classCode: ClassCode) {
            self.product = product
            self.category = category
            self.classCode = classCode
        }

        /// What the census counts of it; nothing of a good that is not listed.
        func counted(_ policy: Policy) -> CataloguedGood? {
            guard product.status == .listed else { return nil }
            return CataloguedGood(
                category: category, classCode: classCode, brand: product.brand,
                band: product.listPrice.map(policy.priceBands.band))
        }
    }

    public let policy: Policy
    public let taxonomy: Taxonomy
    let classifier: Classifier
    let census: LabelCensus
    /// By number.
    private let goods: [UInt32: Good]
    /// By ordinal; nothing for one that this version cannot read.
    let revisions: [DecisionTable?]
    /// The ordinal of the policy in force.
    let ordinal: UInt32
    /// Counts the rulebooks of this process.
    let version: UInt64
    /// The raises whose holds may still last, oldest first.
    let raises: [Raise]
    /// The forms that became showable, each with the instant of it.
    let openings: Openings
    /// What vanishes together when something is raised.
    let grouping: any RaiseGrouping
    private let numbers: [ProductID: UInt32]
    /// The ages in whole months at which any of the tables may decide otherwise, beginning with 0, rising.
    private let ages: [Int]

    /// Classifies every product.
    convenience init(
        policy: Policy, taxonomy: Taxonomy, products: some Sequence<Product>, revisions: [DecisionTable?],
        ordinal: UInt32, version: UInt64, raises: [Raise] = [], openings: Openings = Openings(),
        grouping: any RaiseGrouping = ByDisplayedForm()
    ) {
        let classifier = policy.classifier(for: taxonomy)
        var goods: [UInt32: Good] = [:]
        goods.reserveCapacity(products.underestimatedCount)
        var numbers: [ProductID: UInt32] = [:]
        numbers.reserveCapacity(products.underestimatedCount)
        for product in products {
            goods[product.number] = Self.good(product, taxonomy: taxonomy, classifier: classifier)
            numbers[product.id] = product.number
        }
        self.init(
            policy: policy, taxonomy: taxonomy, classifier: classifier,
            census: LabelCensus(taxonomy: taxonomy, classifier: classifier, labels: policy.labels).adding(
                goods: goods.values.lazy.compactMap { $0.counted(policy) }),
            goods: goods, numbers: numbers, revisions: revisions, ordinal: ordinal, version: version, raises: raises,
            openings: openings, grouping: grouping)
    }

    private init(
        policy: Policy, taxonomy: Taxonomy, classifier: Classifier, census: LabelCensus, goods: [UInt32: Good],
        numbers: [ProductID: UInt32], revisions: [DecisionTable?], ordinal: UInt32, version: UInt64, raises: [Raise],
        openings: Openings, grouping: any RaiseGrouping
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.classifier = classifier
        self.census = census
        self.goods = goods
        self.numbers = numbers
        self.revisions = revisions
        self.ordinal = ordinal
        self.version = version
        self.raises = raises
        self.openings = openings
        self.grouping = grouping
        ages = Set(([policy.table] + revisions.compactMap(\.self)).flatMap(\.space.ageSteps)).sorted()
    }

    /// The same with other raises and openings: what decides otherwise stays.
    func holding(_ raises: [Raise], _ openings: Openings? = nil) -> Rulebook {
        Rulebook(
            policy: policy, taxonomy: taxonomy, classifier: classifier, census: census, goods: goods, numbers: numbers,
            revisions: revisions, ordinal: ordinal, version: version, raises: raises,
            openings: openings ?? self.openings, grouping: grouping)
    }

    /// The next rulebook, under another policy.
    func under(_ policy: Policy, ordinal: UInt32, revisions: [DecisionTable?]) -> Rulebook {
        // Goods are classified again only where the policy classifies differently.
        if policy.classifies(like: self.policy), policy.labels == self.policy.labels,
            policy.priceBands == self.policy.priceBands
        {
            return Rulebook(
                policy: policy, taxonomy: taxonomy, classifier: classifier, census: census, goods: goods,
                numbers: numbers, revisions: revisions, ordinal: ordinal, version: version + 1, raises: raises,
                openings: openings, grouping: grouping)
        }
        return Rulebook(
            policy: policy, taxonomy: taxonomy, products: products, revisions: revisions,
            ordinal: ordinal, version: version + 1, raises: raises, openings: openings,
            grouping: grouping)
    }

    /// The next rulebook, over another taxonomy.
    func over(_ taxonomy: Taxonomy) -> Rulebook {
        Rulebook(
            policy: policy, taxonomy: taxonomy, products: products, revisions: revisions,
            ordinal: ordinal, version: version + 1, raises: raises, openings: openings,
            grouping: grouping)
    }

    /// The same taxonomy, catalogue and consents under another policy, which is never in force: for trying it out.
    ///
    /// A consent given anew would be one under `ordinal`.
    func under(_ candidate: Policy) -> Rulebook {
        Rulebook(
            policy: candidate, taxonomy: taxonomy, products: products,
            revisions: revisions + [candidate.table], ordinal: UInt32(revisions.count), version: version)
    }

    /// The next rulebook, with some products put and some removed; what did not change is not classified again.
    func replacing(_ products: [Product], removing removed: Set<ProductID>) -> Rulebook {
        var goods = goods
        var numbers = numbers
        var gone: [CataloguedGood] = []
        for number in products.map(\.number) + removed.compactMap({ self.numbers[$0] }) {
            if let old = goods.removeValue(forKey: number)?.counted(policy) { gone.append(old) }
        }
        for id in removed { numbers[id] = nil }
        // The last of several entries of one product counts.
        for product in products {
            goods[product.number] = Self.good(product, taxonomy: taxonomy, classifier: classifier)
            numbers[product.id] = product.number
        }
        let put = Set(products.map(\.number)).compactMap { goods[$0]?.counted(policy) }
        return Rulebook(
            policy: policy, taxonomy: taxonomy, classifier: classifier, census: census.replacing(gone, by: put),
            goods: goods, numbers: numbers, revisions: revisions, ordinal: ordinal, version: version + 1,
            raises: raises, openings: openings, grouping: grouping)
    }

    private static func good(_ product: Product, taxonomy: Taxonomy, classifier: Classifier) -> Good {
        Good(
            product: product,
            category: product.categoryID.flatMap { taxonomy.category(id: $0)?.number } ?? 0,
            classCode: classifier.classCode(category: product.categoryID, title: product.title, brand: product.brand))
    }

    /// The products of the catalogue, in no order.
    var products: some Sequence<Product> { goods.values.lazy.map(\.product) }

    func good(_ number: UInt32) -> Good? { goods[number] }

    func good(_ id: ProductID) -> Good? { numbers[id].flatMap { goods[$0] } }

    /// The classes that a purchase belongs to: the one at purchase, and what its product and its category are in now.
    func classes(of facts: PurchaseFacts) -> [ClassCode] { purchaseClasses(of: facts).distinct }

    func purchaseClasses(of facts: PurchaseFacts) -> PurchaseClasses {
        PurchaseClasses(
            atPurchase: facts.classCode, ofProduct: goods[facts.product]?.classCode ?? .unknown,
            ofCategory: classifier.classCode(ofCategory: facts.category))
    }

    /// The youngest age that every table, of the policy and of each revision, decides like this one.
    func youngestAge(decidedLike age: Int) -> Int { ages.last { $0 <= age } ?? age }

    /// The stricter of two classes; of two equally strict ones the first.
    func stricter(_ first: ClassCode, _ second: ClassCode) -> ClassCode {
        policy.tier(of: second) > policy.tier(of: first) ? second : first
    }
}

extension Rulebook {
    /// The number of a product of the catalogue.
    public func number(of id: ProductID) -> UInt32? { good(id)?.product.number }

    /// The id of the product of a number.
    public func productID(_ number: UInt32) -> ProductID? { good(number)?.product.id }

    /// Whether the catalogue has a product of this number.
    public func isKnown(_ number: UInt32) -> Bool { good(number) != nil }

    public func isListed(_ number: UInt32) -> Bool { good(number)?.product.status == .listed }

    /// The tier of a product; withheld when there is no such product.
    public func tier(of number: UInt32) -> Tier {
        good(number).map { policy.tier(of: $0.classCode) } ?? .withhold
    }

    /// Whether a product may stand in a shop window: it is listed, and of a tier that can be picked.
    public func isPickable(_ number: UInt32) -> Bool {
        isListed(number) && policy.shop.pickable.contains(tier(of: number))
    }

    /// A product as a shop window shows it; nothing for one that may not stand in it.
    public func offered(_ number: UInt32) -> ExposedProduct? {
        guard isPickable(number), let good = good(number) else { return nil }
        return .offered(good.product)
    }

    /// From when on a product has been listed without a break.
    public func listedSince(_ number: UInt32) -> Instant? { good(number)?.product.listedSince }

    /// When the exclusive price of a product fell last, unless it has risen since.
    public func cheaperSince(_ number: UInt32) -> Instant? { good(number)?.product.cheaperSince }
}
