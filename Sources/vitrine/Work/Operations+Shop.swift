import Disclosure
import Domain
import FriendShops
import PolicyEngine

extension Operations {
    func showShop(_ handle: String) async throws -> OperationResult {
        guard let shop = try await installation.shops.ownShop(of: try await person(handle)) else {
            throw CommandFailure(
                "`\(handle)` has no shop; make one with `vitrine shop set --person \(handle) --name NAME`",
                exitCode: .refused)
        }
        return try document(shop)
    }

    func setShop(_ input: Operation.ShopInput) async throws -> OperationResult {
        let owner = try await person(input.person)
        let old = try await installation.shops.ownShop(of: owner)
        guard let name = input.name ?? old?.name else {
            throw CommandFailure("a shop needs a name: say `--name NAME`", exitCode: .refused)
        }
        /// What is given, or what was there; an empty text is none.
        func text(_ given: String?, _ known: String?) -> String? { given.map { $0.isEmpty ? nil : $0 } ?? known }
        let front = FriendShops.Front(
            name: name, sign: text(input.sign, old?.sign), line: text(input.line, old?.line),
            avatar: text(input.avatar, old?.avatar), isOpen: input.isOpen ?? old?.open ?? true)
        try await explainingShops { try await installation.shops.setFront(front, of: owner) }
        return try await showShop(input.person)
    }

    func pick(_ input: Operation.PickInput) async throws -> OperationResult {
        let owner = try await person(input.person)
        let shops = installation.shops
        try await explainingShops {
            if let purchase = input.purchase {
                try await shops.pick(.purchase(purchase), slot: input.slot, of: owner)
            } else if let text = input.product {
                guard let product = ProductID(text) else { throw ShopError.unknownProduct }
                try await shops.pick(.catalogue(product), slot: input.slot, of: owner)
            } else {
                try await shops.unpick(slot: input.slot, of: owner)
            }
        }
        return try await showShop(input.person)
    }

    func share(_ input: Operation.ShareInput) async throws -> OperationResult {
        let owner = try await person(input.person)
        let shops = installation.shops
        return try await explainingShops {
            guard let audience = Audience(name: input.audience) else { throw ShopError.invalidAudience }
            return try document(try await shops.share(with: audience, hours: input.hours, of: owner))
        }
    }

    func shareLinks(of handle: String) async throws -> OperationResult {
        try document(try await installation.shops.shareLinks(of: try await person(handle)))
    }

    func revokeShare(_ link: String, of handle: String) async throws -> OperationResult {
        let owner = try await person(handle)
        let links = try await installation.shops.shareLinks(of: owner)
        guard links.items.contains(where: { $0.id == link }) else {
            throw CommandFailure(
                "`\(handle)` has no link `\(link)` that is still good; look with `vitrine share list`",
                exitCode: .refused)
        }
        try await explainingShops { try await installation.shops.revokeShareLink(link, of: owner) }
        return try await shareLinks(of: handle)
    }

    /// The catalogue is the same for everybody, so nobody has to be named; cursors are bound to a number that nobody has.
    func searchCatalogue(_ input: Operation.SearchInput) async throws -> OperationResult {
        let request = CatalogueRequest(
            query: input.query, category: input.category, brand: input.brand, limit: input.limit, cursor: input.cursor)
        do {
            return try document(await point.catalogue.search(request, for: PersonID(rawValue: .max)).value)
        } catch CatalogueSearchError.invalidCursor {
            throw CommandFailure("the cursor belongs to another search", exitCode: .refused)
        }
    }

    private func explainingShops<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as ShopError {
            throw CommandFailure(error.reason(point.rulebook.policy.shop), exitCode: .refused)
        }
    }
}
