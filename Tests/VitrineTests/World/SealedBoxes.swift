import Foundation
import GRDB

/// What the databases of a data directory hold under which address.
enum SealedBoxes {
    /// Every box of both databases.
    static func all(in path: String) throws -> [Data: Data] {
        try records(in: path).merging(try boxes("\(path)/keys.db", "wraps")) { first, _ in first }
    }

    /// How long the boxes of segments of facts are, those of heads and of the list of tokens.
    static let segmentByteCount = 3_279

    /// How long the boxes of details of purchases are, those of tokens and of entries of histories.
    static let detailsByteCount = 335

    /// Puts another box in the place of one.
    static func replace(_ address: Data, by box: Data, in path: String) throws {
        let queue = try DatabaseQueue(path: "\(path)/vitrine.db")
        defer { try? queue.close() }
        try queue.write { database in
            try database.execute(sql: "UPDATE sealed SET box = ? WHERE address = ?", arguments: [box, address])
        }
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
