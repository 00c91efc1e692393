import Disclosure
import Domain
import FeedBuilder
import FriendShops
import HTTPTypes
import Hummingbird

/// Boards, and what owners are told of their shops: figures of the last tick.
struct EpochRoutes: Sendable {
    let service: FeedService

    private var boards: Boards { Boards(point: service.point, shops: service.shops) }
    private var books: ShopBooks { ShopBooks(point: service.point, shops: service.shops) }

    var endpoints: [Endpoint] { reading + choosing }

    private var reading: [Endpoint] {
        let (gate, boards, books) = (service.point.gate, boards, books)
        return [
            Endpoint(.get, "/v1/boards/friends", .feedRead) { request in
                let viewer = try request.person()
                let query = try request.query(allowing: [.limit, .cursor])
                // Three places are shown until somebody asks for more.
                let limit = query[.limit] == nil && query[.cursor] == nil ? Boards.firstPlaces : try query.limit()
                return try await request.answer(through: gate) {
                    guard let board = try await boards.friends(of: viewer, limit: limit, cursor: query[.cursor]) else {
                        throw Problem.parameter(.cursor, .malformed)
                    }
                    return board
                }
            },
            Endpoint(.get, "/v1/boards/top", .feedRead) { request in
                let page = try request.page()
                return try await request.answer(through: gate) {
                    guard let board = try await boards.top(limit: page.limit, cursor: page.cursor) else {
                        throw Problem.parameter(.cursor, .malformed)
                    }
                    return board
                }
            },
            Endpoint(.get, "/v1/me/shop/insights", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                return try await request.answer(through: gate) { try await books.insights(of: owner) }
            },
            Endpoint(.get, "/v1/me/shop/influence", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                return try await request.answer(through: gate) { try await books.influence(of: owner) }
            },
        ]
    }

    private var choosing: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.put, "/v1/me/shop/board", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                try await point.epochs.setOnBoard(try await request.body(Self.listed), of: owner)
                return try request.written(point)
            },
            Endpoint(.put, "/v1/me/shop/inviter", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                let handle = try await request.body(Self.inviter)
                // A handle that names nobody is answered like any other: it says nothing about who there is.
                try await point.epochs.setInviter(try await point.people.find(handle), of: owner)
                return try request.written(point)
            },
        ]
    }

    private static let listed = FieldReading<Bool>.object { $0.required("listed", .boolean) }
    private static let inviter = FieldReading<Handle>.object { $0.required("handle", .parsed { Handle($0) }) }
}

extension Board: Paged {}
