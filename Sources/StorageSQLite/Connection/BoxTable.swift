import Domain
import Foundation
import GRDB
import Storage

/// A table of boxes by address.
struct BoxTable: Sendable {
    private let lookup: String
    private let upsert: String
    private let delete: String
    private let countAll: String
    private let countOthers: String
    private let findOthers: String
    private let page: String

    static let sealed = BoxTable(name: "sealed")
    static let wraps = BoxTable(name: "wraps")

    private init(name: String) {
        lookup = "SELECT box FROM \(name) WHERE address = ?"
        upsert = "INSERT INTO \(name) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET box = excluded.box"
        delete = "DELETE FROM \(name) WHERE address = ?"
        countAll = "SELECT count(*) FROM \(name)"
        countOthers = "SELECT count(*) FROM \(name) WHERE substr(box, 1, ?) <> ?"
        findOthers = "SELECT address FROM \(name) WHERE substr(box, 1, ?) <> ?"
        page = "SELECT address, box FROM \(name) WHERE address > ? AND length(box) = ? ORDER BY address LIMIT ?"
    }

    /// Runs one prepared point look-up for each address: as quick as a join with a list of values from 20 to 2,000 of
    /// them, and the same statement for any number.
    ///
    /// In the order of the addresses, so that each page is visited once.
    func boxes(at addresses: [Address], in database: Database) throws -> [SealedBox?] {
        let statement = try database.cachedStatement(sql: lookup)
        var boxes: [SealedBox?] = Array(repeating: nil, count: addresses.count)
        for index in addresses.indices.sorted(by: { addresses[$0] < addresses[$1] }) {
            let box = try Data.fetchOne(statement, arguments: [Data(addresses[index].bytes)])
            boxes[index] = box.map { SealedBox(bytes: [UInt8]($0)) }
        }
        return boxes
    }

    /// Applies the writes in the order of their addresses, so that each page is visited once.
    func apply(_ batch: SealedBatch, in database: Database) throws {
        let upsert = try database.cachedStatement(sql: upsert)
        let delete = try database.cachedStatement(sql: delete)
        for (address, box) in batch.writes.sorted(by: { $0.key < $1.key }) {
            if let box {
                try upsert.execute(arguments: [Data(address.bytes), Data(box.bytes)])
            } else {
                try delete.execute(arguments: [Data(address.bytes)])
            }
        }
    }

    func count(notBeginningWith header: [UInt8], in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: countOthers, arguments: [header.count, Data(header)]) ?? 0
    }

    func addresses(notBeginningWith header: [UInt8], in database: Database) throws -> [Address] {
        try Data.fetchAll(database, sql: findOthers, arguments: [header.count, Data(header)]).map {
            Address(bytes: [UInt8]($0))
        }
    }

    /// Every address is above nothing at all.
    func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int, in database: Database
    ) throws -> [(address: Address, box: SealedBox)] {
        let from = Data(address?.bytes ?? [])
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: page), arguments: [from, byteCount, limit])
        var boxes: [(address: Address, box: SealedBox)] = []
        while let row = try rows.next() {
            let (address, box) = (try row.decode(Data.self, atIndex: 0), try row.decode(Data.self, atIndex: 1))
            boxes.append((Address(bytes: [UInt8](address)), SealedBox(bytes: [UInt8](box))))
        }
        return boxes
    }

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: countAll) ?? 0
    }
}
