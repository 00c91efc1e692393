public import Domain
import GRDB
public import Storage

extension SQLiteDataStore: CatalogueStore {
    public func categories() async throws(StorageError) -> [Category] {
        try await file.read { database in
            try CategoryTable.all(in: database)
        }
    }

    public func replaceCategories(_ drafts: [CategoryDraft]) async throws(StorageError) -> [Category] {
        try await file.write { database in
            try CategoryTable.replaceAll(with: drafts, in: database)
            return try CategoryTable.all(in: database)
        }
    }

    public func products() async throws(StorageError) -> [Product] {
        try await file.read { database in
            try ProductTable.all(in: database)
        }
    }

    public func putProducts(_ drafts: [ProductDraft]) async throws(StorageError) -> [Product] {
        if drafts.isEmpty { return [] }
        return try await file.write { database in
            try drafts.map { try ProductTable.put($0, in: database) }
        }
    }

    public func deleteProduct(_ id: ProductID) async throws(StorageError) {
        try await file.write { database in
            try ProductTable.delete(id, in: database)
        }
    }

    public func keptClasses() async throws(StorageError) -> [ProductID: ClassCode] {
        try await file.read { database in
            try ProductTable.keptClasses(in: database)
        }
    }

    public func keepClasses(_ classes: [ProductID: ClassCode?]) async throws(StorageError) {
        try await file.write { database in
            try ProductTable.keep(classes, in: database)
        }
    }

    public func removedProducts() async throws(StorageError) -> [ProductID: UInt32] {
        try await file.read { database in
            try ProductTable.removed(in: database)
        }
    }

    public func removedCategories() async throws(StorageError) -> [String: UInt32] {
        try await file.read { database in
            try CategoryTable.removed(in: database)
        }
    }

    public func search(_ query: CatalogueQuery) async throws(StorageError) -> [UInt32] {
        try await file.read { database in
            try ProductSearch.numbers(query, in: database)
        }
    }
}
