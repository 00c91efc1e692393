import Domain
import Synchronization

/// Where shops are kept; a world without shops until it is told.
final class ShopSource: Sendable {
    private let source = Mutex<any ActivitySource>(NoShops())

    var current: any ActivitySource { source.withLock { $0 } }

    func attach(_ shops: any ActivitySource) { source.withLock { $0 = shops } }
}

/// A world without shops.
private struct NoShops: ActivitySource {
    func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity] { [] }
    func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool { false }
}
