import Storage
import Testing
import VitrineTesting

/// The conformance suite against every backend.
struct ConformanceTests {
    @Test(arguments: StorageConformance.sealed, Backend.allCases)
    func `sealed records are kept as promised`(
        promise: ConformanceCase<any SealedStore>, backend: Backend
    ) async throws {
        try await backend.check(promise)
    }

    @Test(arguments: StorageConformance.keys, Backend.allCases)
    func `wrapped keys are kept as promised`(promise: ConformanceCase<any KeyStore>, backend: Backend) async throws {
        try await backend.check(promise)
    }

    @Test(arguments: StorageConformance.catalogue, Backend.allCases)
    func `the catalogue is kept as promised`(
        promise: ConformanceCase<any CatalogueStore>, backend: Backend
    ) async throws {
        try await backend.check(promise)
    }

    @Test(arguments: StorageConformance.policies, Backend.allCases)
    func `policy revisions are kept as promised`(
        promise: ConformanceCase<any PolicyStore>, backend: Backend
    ) async throws {
        try await backend.check(promise)
    }
}
