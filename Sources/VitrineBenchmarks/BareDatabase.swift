import Foundation
import GRDB

/// A database of the product's, opened by SQLite alone, as durable as the product has it.
enum BareDatabase {
    static let put = "INSERT INTO sealed VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET box = excluded.box"

    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        return queue
    }
}
