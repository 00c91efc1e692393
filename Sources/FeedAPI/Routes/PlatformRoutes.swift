import Disclosure
import Domain
import FeedBuilder
import HTTPTypes
import Hummingbird

/// What the host platform tells.
///
/// Every write answers 204, whether it created, changed or did nothing.
struct PlatformRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] { people + relations + catalogue + purchases }

    private static let done = Answer.plain(.done())

    private var people: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.put, "/v1/people/{handle}", .platformPeople) { request in
                _ = try request.query()
                let handle = try request.pathValue(.handle) { Handle($0) }
                let body = try await request.body(PersonBody.reading)
                let faults = try await point.people.put([body.change(handle)])
                if let fault = faults[0] { throw fault }
                return Self.done
            },
            Endpoint(.delete, "/v1/people/{handle}", .platformPeople, hasDeadline: false) { request in
                _ = try request.query()
                let erasure = try await point.people.remove(try request.pathValue(.handle) { Handle($0) })
                return .plain(.done(erasure.map { [.vitrineErasure: $0] } ?? [:]))
            },
        ]
    }

    private var relations: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.put, "/v1/people/{handle}/friends/{friend}", .platformRelations) { request in
                try request.request.refuseBody()
                let faults = try await point.people.befriend([try Self.pair(request)])
                if let fault = faults[0] { throw fault }
                return Self.done
            },
            Endpoint(.delete, "/v1/people/{handle}/friends/{friend}", .platformRelations) { request in
                let faults = try await point.people.unfriend([try Self.pair(request)])
                switch faults[0] {
                case nil, .unknownPerson, .notFriends: return Self.done
                case let fault?: throw fault
                }
            },
        ]
    }

    private static func pair(_ request: APIRequest) throws(Problem) -> (Handle, Handle) {
        _ = try request.query()
        return (try request.pathValue(.handle) { Handle($0) }, try request.pathValue(.friend) { Handle($0) })
    }

    private var catalogue: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.put, "/v1/catalogue/{product}", .platformCatalogue) { request in
                let allowsLowering = try request.query(allowing: [.allowLowering]).flag(.allowLowering)
                // The host may not lower a class by itself: the operator's scope is needed besides.
                if allowsLowering { try Authentication.require(.operator, of: request.principal) }
                let product = try request.pathValue(.product) { ProductID($0) }
                let body = try await request.body(ProductBody.reading)
                let faults = try await point.catalogue.put(
                    [body.change(of: product)], allowsLowering: allowsLowering)
                if let fault = faults[0] { throw fault }
                return Self.done
            },
            Endpoint(.delete, "/v1/catalogue/{product}", .platformCatalogue) { request in
                _ = try request.query()
                try await point.catalogue.remove(try request.pathValue(.product) { ProductID($0) })
                return Self.done
            },
        ]
    }

    private var purchases: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.put, "/v1/purchases/{order}/lines/{line}", .platformPurchases) { request in
                let key = try Self.key(request)
                let body = try await request.body(PurchaseBody.reading)
                try await point.intake.put(body.draft(key))
                return Self.done
            },
            Endpoint(.delete, "/v1/purchases/{order}/lines/{line}", .platformPurchases) { request in
                try await point.intake.remove(try Self.key(request))
                return Self.done
            },
        ]
    }

    /// Orders are namespaced by the client of the token, so one platform cannot touch another's.
    private static func key(_ request: APIRequest) throws(Problem) -> PurchaseKey {
        _ = try request.query()
        let client = request.principal.client
        let order = try request.pathValue(.order) { PurchaseKey(source: client, order: $0, line: "1")?.order }
        return try request.pathValue(.line) { PurchaseKey(source: client, order: order, line: $0) }
    }
}
