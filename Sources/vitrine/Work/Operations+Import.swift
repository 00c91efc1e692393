import Disclosure
import Domain
import Storage

extension Operations {
    func putPeople(_ people: [Operation.PersonInput], dryRun: Bool) async throws -> OperationResult {
        let changes = try people.map { input in
            guard let handle = Handle(input.handle) else {
                throw CommandFailure("`\(input.handle)` is no handle", exitCode: .refused)
            }
            let zone = try input.zone.map { name in
                guard let zone = Zone(name) else {
                    throw CommandFailure("there is no zone `\(name)`", exitCode: .refused)
                }
                return zone
            }
            return People.Change(handle: handle, name: input.name, zone: zone, isMinor: input.isMinor)
        }
        return .faults(try await point.people.put(changes, dryRun: dryRun).mapValues(\.reason))
    }

    func putProducts(
        _ products: [Operation.ProductInput], allowLowering: Bool, dryRun: Bool
    ) async throws -> OperationResult {
        let changes = try products.map { input in
            guard let id = ProductID(input.id) else {
                throw CommandFailure("`\(input.id)` is no product id", exitCode: .refused)
            }
            return CatalogueChange(
                id: id, titleEN: input.en, titleZH: input.zh, categoryID: input.category, brand: input.brand,
                listPrice: try input.listPrice.map(Self.money),
                exclusivePrice: try input.exclusivePrice.map(Self.money), isListed: input.isListed,
                commissionRate: try input.commissionRate.map { value in
                    guard let rate = BasisPoints(value) else {
                        throw CommandFailure("\(value) is no commission in basis points", exitCode: .refused)
                    }
                    return rate
                },
                references: try input.references.map { references in
                    try references.compactMap {
                        ReferencePrice(seller: $0.seller, price: try Self.money($0.price))
                    }
                })
        }
        let faults = try await point.catalogue.put(changes, allowsLowering: allowLowering, dryRun: dryRun)
        return .faults(faults.mapValues(\.reason))
    }

    private static func money(_ input: Operation.MoneyInput) throws -> Money {
        guard let currency = Currency(active: input.currency) else {
            throw CommandFailure(
                "`\(input.currency)`: \(Currency.expectation(for: input.currency))", exitCode: .refused)
        }
        return Money(minorUnits: input.amount, currency: currency)
    }

    func replaceTaxonomy(
        _ categories: [Operation.CategoryInput], acceptUnclassified: Bool, allowLowering: Bool, dryRun: Bool
    ) async throws -> OperationResult {
        let drafts = categories.map {
            CategoryDraft(id: $0.id, parentID: $0.parent, name: LocalizedText(en: $0.en, zh: $0.zh))
        }
        let missing: [String]
        do {
            missing = try point.catalogue.missingRoots(in: drafts)
        } catch {
            throw CommandFailure("the taxonomy does not hold together: \(error.reason)", exitCode: .refused)
        }
        if !missing.isEmpty, !acceptUnclassified {
            throw CommandFailure(
                """
                the taxonomy lacks \(missing.count) root(s) that the policy classifies by: \
                \(missing.prefix(20).joined(separator: ", "))\(missing.count > 20 ? ", …" : "")
                goods that belong under them would not be classified as sensitive; import the taxonomy release that \
                `sensitive.yaml` names, or say `--accept-unclassified`
                """, exitCode: .refused)
        }
        do {
            try await point.catalogue.replaceTaxonomy(drafts, allowsLowering: allowLowering, dryRun: dryRun)
        } catch let error as TaxonomyLoweringError {
            throw CommandFailure(error.reason, exitCode: .refused)
        }
        return .faults([:])
    }

    func putPurchases(
        _ purchases: [Operation.PurchaseInput], source: String, reassign: Bool, dryRun: Bool
    ) async throws -> OperationResult {
        var keys: [PurchaseKey] = []
        var people: Set<Handle> = []
        for input in purchases {
            guard let key = PurchaseKey(source: source, order: input.order, line: input.line) else {
                throw CommandFailure(
                    "`\(source)` is no client name, or a row's order or line no id", exitCode: .refused)
            }
            keys.append(key)
            for handle in [input.buyer, input.shop.applied(to: nil)] {
                if let handle = handle.flatMap({ Handle($0) }) { people.insert(handle) }
            }
        }
        // Read before anything is written: a row that cannot be read is a fault of the sender, not a row to leave out.
        let shops = try purchases.map { try $0.shop.map { try Self.handle($0) } }
        let faults = try await point.intake.put(
            count: purchases.count, keys: keys, people: people, reassigns: reassign, dryRun: dryRun
        ) { index in
            let input = purchases[index]
            guard let buyer = Handle(input.buyer), let product = ProductID(input.product),
                let currency = Currency(active: input.currency)
            else { return nil }
            return PurchaseDraft(
                key: keys[index], buyer: buyer, product: product, quantity: input.quantity,
                total: Money(minorUnits: input.total, currency: currency),
                at: input.isLocal
                    ? .local(LocalDateTime(secondsFromEpoch: input.seconds))
                    : .instant(Instant(seconds: input.seconds)),
                shop: shops[index], status: input.status.flatMap { PurchaseDraft.Status(rawValue: $0) })
        }
        return .faults(faults.mapValues(\.reason))
    }

    private static func handle(_ text: String) throws -> Handle {
        guard let handle = Handle(text) else { throw CommandFailure("`\(text)` is no handle", exitCode: .refused) }
        return handle
    }
}

extension Taxonomy.InvalidTreeError {
    fileprivate var reason: String {
        switch self {
        case .duplicateID(let id): "`\(id)` comes twice"
        case .duplicateNumber(let number): "number \(number) comes twice"
        case .missingParent(let id, let parent): "the parent `\(parent)` of `\(id)` is missing"
        case .cycle(let id): "`\(id)` is its own ancestor"
        }
    }
}
