import Disclosure
import Domain
import Storage

extension Operations {
    func putPeople(_ people: [Operation.PersonInput], dryRun: Bool) async throws -> OperationResult {
        var profiles: [People.Profile] = []
        for input in people {
            guard let handle = Handle(input.handle) else {
                throw CommandFailure("`\(input.handle)` is no handle", exitCode: .refused)
            }
            var known: People.Profile?
            if input.zone == nil || input.isMinor == nil, let person = try await point.people.find(handle) {
                known = try await point.people.profile(of: person)
            }
            let zone = try input.zone.map { name in
                guard let zone = Zone(name) else {
                    throw CommandFailure("there is no zone `\(name)`", exitCode: .refused)
                }
                return zone
            }
            profiles.append(
                People.Profile(
                    handle: handle, name: input.name, zone: zone ?? known?.zone ?? .utc,
                    isMinor: input.isMinor ?? known?.isMinor ?? false))
        }
        return .faults(try await point.people.put(profiles, dryRun: dryRun).mapValues(\.reason))
    }

    func putProducts(_ products: [Operation.ProductInput]) async throws -> OperationResult {
        let entries = try products.map { input in
            guard let id = ProductID(input.id) else {
                throw CommandFailure("`\(input.id)` is no product id", exitCode: .refused)
            }
            let currency = input.currency.flatMap { Currency($0) }
            return CatalogueEntry(
                id: id, title: LocalizedText(en: input.en, zh: input.zh), categoryID: input.category,
                brand: input.brand,
                listPrice: Self.money(input.listPrice, currency),
                exclusivePrice: Self.money(input.exclusivePrice, currency),
                isListed: input.isListed, commissionRate: input.commissionRate.flatMap { BasisPoints($0) },
                references: (input.references ?? []).compactMap { reference in
                    Self.money(reference.price, Currency(reference.currency)).flatMap {
                        ReferencePrice(seller: reference.seller, price: $0)
                    }
                })
        }
        try await point.catalogue.put(entries)
        return .faults([:])
    }

    private static func money(_ units: Int64?, _ currency: Currency?) -> Money? {
        guard let units, let currency else { return nil }
        return Money(minorUnits: units, currency: currency)
    }

    func replaceTaxonomy(
        _ categories: [Operation.CategoryInput], acceptUnclassified: Bool, dryRun: Bool
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
        if !dryRun { try await point.catalogue.replaceTaxonomy(drafts) }
        return .faults([:])
    }

    func putPurchases(
        _ purchases: [Operation.PurchaseInput], source: String, dryRun: Bool
    ) async throws -> OperationResult {
        var keys: [PurchaseKey] = []
        var people: Set<Handle> = []
        for input in purchases {
            guard let key = PurchaseKey(source: source, order: input.order, line: input.line) else {
                throw CommandFailure(
                    "`\(source)` is no client name, or a row's order or line no id", exitCode: .refused)
            }
            keys.append(key)
            for handle in [input.buyer, input.shop] {
                if let handle = handle.flatMap({ Handle($0) }) { people.insert(handle) }
            }
        }
        let faults = try await point.intake.put(count: purchases.count, keys: keys, people: people, dryRun: dryRun) {
            index in
            let input = purchases[index]
            guard let buyer = Handle(input.buyer), let product = ProductID(input.product),
                let currency = Currency(input.currency)
            else { return nil }
            return PurchaseDraft(
                key: keys[index], buyer: buyer, product: product, quantity: input.quantity,
                total: Money(minorUnits: input.total, currency: currency),
                at: input.isLocal
                    ? .local(LocalDateTime(secondsFromEpoch: input.seconds))
                    : .instant(Instant(seconds: input.seconds)),
                shop: input.shop.flatMap { Handle($0) }, status: input.isReturned ? .returned : .bought)
        }
        return .faults(faults.mapValues(\.reason))
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
