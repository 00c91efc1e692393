import Foundation
import GRDB

/// SQLite alone, writing every box that another database holds beyond its own.
struct BareInserting {
    private let queue: DatabaseQueue
    private let boxes: [(address: Data, box: Data)]
    var count: Int { boxes.count }

    init(path: String, other: String) throws {
        // As much as an import holds changed pages in.
        queue = try BareDatabase.open(path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -262144") }
        let known = try queue.read { Set(try Data.fetchAll($0, sql: "SELECT box FROM sealed")) }
        var generator = SeededGenerator(seed: 1)
        boxes = try DatabaseQueue(path: other).read { database in
            try Row.fetchAll(database, sql: "SELECT address, box FROM sealed").map { row in
                (address: row[0], box: row[1]) as (address: Data, box: Data)
            }
        }.filter { !known.contains($0.box) }.shuffled(using: &generator)
    }

    /// Writes them in so many durable transactions, each in the order of the addresses.
    func run(batches: Int) throws {
        let most = (boxes.count + batches - 1) / batches
        for start in stride(from: 0, to: boxes.count, by: max(1, most)) {
            let batch = boxes[start..<min(start + most, boxes.count)]
            try queue.write { database in
                let put = try database.cachedStatement(sql: BareDatabase.put)
                for (address, box) in batch.sorted(by: { $0.address.lexicographicallyPrecedes($1.address) }) {
                    try put.execute(arguments: [address, box])
                }
            }
        }
        try queue.close()
    }
}
