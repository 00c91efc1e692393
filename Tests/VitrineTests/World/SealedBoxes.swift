import Foundation
import GRDB

/// What the databases of a data directory hold under which address.
enum SealedBoxes {
    /// Every box of both databases.
    static func all(in path: String) throws -> [Data: Data] {
        try records(in: path).merging(try boxes("\(path)/keys.db", "wraps")) { first, _ in first }
    }

    /// Without the wrapped keys, which are durable before what they open.
    static func records(in path: String) throws -> [Data: Data] { try boxes("\(path)/vitrine.db", "sealed") }

    private static func boxes(_ path: String, _ table: String) throws -> [Data: Data] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            var boxes: [Data: Data] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT address, box FROM \(table)") {
                boxes[row[0]] = row[1]
            }
            return boxes
        }
    }
}
