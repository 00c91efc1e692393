import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Who was erased, as the tombstones tell it to an older copy of the records.
struct Erased {
    /// Where the keys of everybody ever erased lay.
    var subjects: Set<Address> = []
    /// Where the records lay of those whom the copy still has, their entry in the directory among them.
    var addresses: Set<Address> = []

    /// What lies after a mark is not in the copy.
    init(since mark: UInt64, _ vault: Vault) async throws(VaultError) {
        let tombstones = Tombstones(vault: vault)
        let count = try await tombstones.count()
        for number in (0..<count).map({ $0 + 1 }) {
            guard let first = try await tombstones.tombstone(number, withAddresses: false) else { continue }
            subjects.insert(first.subject)
            guard first.mark > mark, let whole = try await tombstones.tombstone(number) else { continue }
            addresses.formUnion(whole.addresses)
        }
    }

    /// Whether a handle was that of one of them: its entry went with them.
    func had(_ handle: Handle, _ vault: Vault) -> Bool {
        !addresses.isEmpty && addresses.contains(vault.keys.address(of: .directory(handle)))
    }
}
