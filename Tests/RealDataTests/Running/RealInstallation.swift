import Disclosure
import Domain
import FeedBuilder
import Foundation
import Tabular

@testable import vitrine

/// The product over a data directory of its own, filled by the way that its commands take.
struct RealInstallation {
    private let installation: Installation
    private let operations: Operations

    init(at path: String, clock: any WallClock) async throws {
        let directory = try await DataDirectory.create(at: path, rehearsal: true)
        installation = try await Installation.open(directory, policy: PolicyOrigin(), clock: clock)
        operations = Operations(installation: installation)
    }

    /// How many rows were put; a row that is refused is an error.
    func put<Record: RowDecodable, Input>(
        _ path: String, batch: Int, input: (Record) -> Input, operation: ([Input]) -> vitrine.Operation
    ) async throws -> Int {
        let reader = try TabularReader(path: path, fields: Record.fields)
        var inputs: [Input] = []
        var count = 0
        func send() async throws {
            guard case .faults(let faults) = try await operations.perform(operation(inputs)), faults.isEmpty else {
                throw RefusedRowsError()
            }
            count += inputs.count
            inputs.removeAll(keepingCapacity: true)
        }
        while let row = try reader.next() {
            inputs.append(input(try Record(row.get())))
            if inputs.count == batch { try await send() }
        }
        if !inputs.isEmpty { try await send() }
        return count
    }

    func putTaxonomy(_ path: String) async throws -> Int {
        try await put(
            path, batch: .max,
            input: { (row: CategoryRow) in
                vitrine.Operation.CategoryInput(id: row.id, parent: row.parentID, en: row.name.en, zh: row.name.zh)
            }, operation: { .replaceTaxonomy($0, acceptUnclassified: false, allowLowering: false, dryRun: false) })
    }

    func putPeople(_ path: String) async throws -> Int {
        try await put(
            path, batch: 2000,
            input: { (row: PersonRow) in
                vitrine.Operation.PersonInput(handle: row.handle.text, name: row.name, zone: .asItWas, isMinor: nil)
            }, operation: { .putPeople($0, dryRun: false) })
    }

    func putFriendships(_ path: String) async throws -> Int {
        try await put(
            path, batch: 20_000,
            input: { (row: FriendshipRow) in vitrine.Operation.Pair(first: row.a.text, second: row.b.text) },
            operation: { .befriend($0, dryRun: false) })
    }

    func putProducts(_ path: String) async throws -> Int {
        try await put(
            path, batch: 100_000,
            input: { (row: ProductRow) in vitrine.Operation.ProductInput(row) },
            operation: { .putProducts($0, allowLowering: false, dryRun: false) })
    }

    func putPurchases(_ path: String) async throws -> Int {
        try await put(
            path, batch: 16_000, input: { (row: PurchaseRow) in vitrine.Operation.PurchaseInput(row) },
            operation: { .putPurchases(source: "import", $0, reassign: false, dryRun: false) })
    }

    /// What would be seen of everything, whatever its owners have set.
    func usefulness() async throws -> ToldUsefulness {
        guard case .document(let bytes) = try await operations.perform(.policyUsefulness(json: true)) else {
            throw RefusedRowsError()
        }
        return try JSONDecoder().decode(ToldUsefulness.self, from: Data(bytes))
    }

    /// Gives friends one level of everything; the classes that can be opted in are.
    func share(_ owners: [Int], level: String, optIn: [String], since: String?) async throws {
        var levels: [String: String] = [:]
        for audience in ["close-friends", "friends"] {
            for tier in ["ordinary", "owner-decides", "coarsen"] { levels["\(audience):\(tier)"] = level }
        }
        let inputs = owners.map { owner in
            vitrine.Operation.VisibilityInput(
                person: RawWorld.handle(owner), sharing: since == nil ? nil : true, since: since, optIn: optIn,
                levels: levels)
        }
        guard case .faults(let faults) = try await operations.perform(.setVisibility(inputs)), faults.isEmpty else {
            throw RefusedRowsError()
        }
    }

    func close() async throws { try await installation.close() }

    func page(of person: Int, cursor: String? = nil) async throws -> ToldPage {
        let viewer = try await operations.person(RawWorld.handle(person))
        let request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
        let page = try await installation.feeds.feed(of: viewer, request).value
        return try JSONDecoder().decode(ToldPage.self, from: JSONEncoder().encode(page))
    }
}

/// Something of the real input was not taken.
struct RefusedRowsError: Error {}
