import Foundation
import GRDB

/// SQLite alone, replacing every box of a database by another of the same size.
final class BareReplacing {
    /// As many as are sealed anew in one write.
    private static let boxesAWrite = 8_192
    /// Boxes of at least this size hold purchases and facts, which come to lie elsewhere.
    private static let smallestThatMoves = 300

    private let queue: DatabaseQueue

    init(path: String) throws {
        queue = try BareDatabase.open(path)
    }

    func close() throws { try queue.close() }

    /// Answers how many boxes there are.
    func run() throws -> Int {
        var generator = SystemRandomNumberGenerator()
        let addresses = try queue.read { database in
            try Data.fetchAll(database, sql: "SELECT address FROM sealed")
        }.shuffled(using: &generator)
        for start in stride(from: 0, to: addresses.count, by: Self.boxesAWrite) {
            try queue.write { database in
                let select = try database.cachedStatement(sql: "SELECT box FROM sealed WHERE address = ?")
                let delete = try database.cachedStatement(sql: "DELETE FROM sealed WHERE address = ?")
                let put = try database.cachedStatement(sql: BareDatabase.put)
                var changes: [(address: Data, box: Data?)] = []
                for address in addresses[start..<min(start + Self.boxesAWrite, addresses.count)] {
                    guard let box = try Data.fetchOne(select, arguments: [address]) else { continue }
                    guard box.count >= Self.smallestThatMoves else {
                        changes.append((address, box))
                        continue
                    }
                    changes.append((address, nil))
                    let other = Data((0..<address.count).map { _ in UInt8.random(in: 0...255, using: &generator) })
                    changes.append((other, box))
                }
                // In the order of the addresses each page is visited once.
                for change in changes.sorted(by: { $0.address.lexicographicallyPrecedes($1.address) }) {
                    if let box = change.box {
                        try put.execute(arguments: [change.address, box])
                    } else {
                        try delete.execute(arguments: [change.address])
                    }
                }
            }
        }
        return addresses.count
    }
}
