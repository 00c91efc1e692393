import Storage
import StorageSQLite
import VitrineTesting

/// The backends that must behave alike.
enum Backend: CaseIterable {
    case memory, sqlite

    /// Runs a body on a directory that lasts as long as it, so that no file goes away under an open store.
    private func inDirectory(_ body: (TemporaryDirectory) async throws -> Void) async throws {
        let directory = try TemporaryDirectory()
        try await body(directory)
        withExtendedLifetime(directory) {}
    }

    func check(_ promise: ConformanceCase<any SealedStore>) async throws {
        try await inDirectory { directory in
            try await promise.run { try dataStore(in: directory) }
        }
    }

    func check(_ promise: ConformanceCase<any CatalogueStore>) async throws {
        try await inDirectory { directory in
            try await promise.run { try dataStore(in: directory) }
        }
    }

    func check(_ promise: ConformanceCase<any PolicyStore>) async throws {
        try await inDirectory { directory in
            try await promise.run { try dataStore(in: directory) }
        }
    }

    func check(_ promise: ConformanceCase<any KeyStore>) async throws {
        try await inDirectory { directory in
            try await promise.run {
                switch self {
                case .memory: InMemoryKeyStore()
                case .sqlite: try SQLiteKeyStore.create(path: directory.path("keys.db"))
                }
            }
        }
    }

    private func dataStore(in directory: TemporaryDirectory) throws -> any SealedStore & CatalogueStore & PolicyStore {
        switch self {
        case .memory: InMemoryStore()
        case .sqlite: try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        }
    }
}
