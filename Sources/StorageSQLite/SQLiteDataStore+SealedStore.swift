public import Domain
public import Storage

extension SQLiteDataStore: SealedStore {
    public func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        if addresses.isEmpty { return [] }
        return try await file.read { database in
            try BoxTable.sealed.boxes(at: addresses, in: database)
        }
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        if batch.isEmpty { return }
        try await file.write { database in
            try BoxTable.sealed.apply(batch, in: database)
        }
    }

    public func count() async throws(StorageError) -> Int {
        try await file.read { database in
            try BoxTable.sealed.count(in: database)
        }
    }

    public func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await file.read { database in
            try BoxTable.sealed.count(notBeginningWith: header, in: database)
        }
    }

    public func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await file.read { database in
            try BoxTable.sealed.addresses(notBeginningWith: header, in: database)
        }
    }

    public func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        try await file.read { database in
            try BoxTable.sealed.boxes(ofByteCount: byteCount, after: address, limit: limit, in: database)
        }
    }
}
