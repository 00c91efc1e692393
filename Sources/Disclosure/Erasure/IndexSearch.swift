import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Finds the entries of the service that lead to people: those of the directory, and of the index of purchases.
///
/// What a purchase is found by stands in its details alone. Where these do not open, nobody can say where its entry lies; so
/// every box that is as long as an entry is tried. No list of what belongs together has to be kept for it, which somebody
/// who steals the file might read.
struct IndexSearch {
    let vault: Vault

    private static let boxesAtOnce = 10_000

    /// Where the entries lie that lead to whom the closure names.
    func addresses(leadingTo isMeant: (PersonID) -> Bool) async throws(VaultError) -> [Address] {
        let byteCount = KeyHierarchy.boxByteCount(ofPlaintext: PurchaseLocation.byteCount)
        var found: [Address] = []
        var last: Address?
        while true {
            let page: [(address: Address, box: SealedBox)]
            do {
                page = try await vault.store.boxes(ofByteCount: byteCount, after: last, limit: Self.boxesAtOnce)
            } catch {
                throw .storage(error)
            }
            for (address, box) in page {
                if let person = person(box, at: address), isMeant(person) { found.append(address) }
            }
            guard page.count == Self.boxesAtOnce, let end = page.last else { return found }
            last = end.address
        }
    }

    /// Those of the addresses at which an entry lies now that leads to whom the closure names.
    func entries(at addresses: [Address], leadingTo isMeant: (PersonID) -> Bool) async throws(VaultError) -> [Address] {
        var found: [Address] = []
        for start in stride(from: 0, to: addresses.count, by: Self.boxesAtOnce) {
            let addresses = Array(addresses[start..<min(start + Self.boxesAtOnce, addresses.count)])
            for (address, box) in zip(addresses, try await vault.boxes(at: addresses)) {
                if let box, let person = person(box, at: address), isMeant(person) { found.append(address) }
            }
        }
        return found
    }

    /// Whom an entry leads to; nothing for what is none.
    private func person(_ box: SealedBox, at address: Address) -> PersonID? {
        if let location = vault.keys.entry(box, at: address, as: .purchaseIndex, PurchaseLocation.init) {
            return location.owner
        }
        return vault.keys.entry(box, at: address, as: .directory) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try PersonID(rawValue: cursor.number(in: bytes))
        }
    }
}
