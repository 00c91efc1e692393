import Disclosure
import Domain
import FeedBuilder
import FriendShops
import HTTPTypes
import Hummingbird

/// What people do in their own shops.
struct ShopRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] {
        let (point, shops) = (service.point, service.shops)
        return [
            Endpoint(.get, "/v1/me/shop", .shopWrite) { request in
                let person = try request.person()
                _ = try request.query()
                return try await request.answer(through: point.gate) { try await shops.ownShop(answering: person) }
            },
            Endpoint(.put, "/v1/me/shop", .shopWrite) { request in
                let person = try request.person()
                _ = try request.query()
                try await shops.setFront(try await request.body(Self.front), of: person)
                return try request.written(point)
            },
            Endpoint(.put, "/v1/me/picks/{slot}", .shopWrite) { request in
                let person = try request.person()
                _ = try request.query()
                let origin = try await request.body(Self.pick)
                try await shops.pick(origin, slot: try Self.slot(request), of: person)
                return try request.written(point)
            },
            Endpoint(.delete, "/v1/me/picks/{slot}", .shopWrite) { request in
                let person = try request.person()
                _ = try request.query()
                try await shops.unpick(slot: try Self.slot(request), of: person)
                return try request.written(point)
            },
        ]
    }

    private static func slot(_ request: APIRequest) throws(Problem) -> Int {
        guard let text = request.pathValue(.slot), (1...3).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let slot = Int(text)
        else { throw Problem(.notFound) }
        return slot
    }

    private static let front = FieldReading<FriendShops.Front>.object { reader in
        let name = reader.required("name", .text(length: 1...200))
        let sign = reader.optional("sign", .text(length: 1...400))
        let line = reader.optional("line", .text(length: 1...400))
        let avatar = reader.optional("avatar", .text(length: 1...16))
        let isOpen = reader.required("open", .boolean)
        guard let name, let isOpen else { return nil }
        return FriendShops.Front(name: name, sign: sign, line: line, avatar: avatar, isOpen: isOpen)
    }

    private static let pick = FieldReading<FriendShops.Origin>.object { reader in
        let product = reader.optional("product", .parsed { ProductID($0) })
        let purchase = reader.optional("purchase", .text(length: 1...100))
        guard reader.has("product") != reader.has("purchase") else {
            reader.refuse(nil, .bothOrNeither)
            return nil
        }
        return product.map { .catalogue($0) } ?? purchase.map { .purchase($0) }
    }
}
