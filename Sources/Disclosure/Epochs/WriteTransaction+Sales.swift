import Domain
import Sealing

extension WriteTransaction {
    /// What a person bought through shops; nothing when it does not open.
    func sales(of buyer: PersonID) async throws(VaultError) -> [Sale]? {
        if let known = sales[buyer] { return known }
        let name = try await current(.sales(of: buyer))
        guard let box = try await box(name) else {
            if name.counter == 0 { return [] }
            vault.failures.note()
            return nil
        }
        let keys = try await keys(of: buyer)
        let opened = vault.open(box, as: name, with: keys.withheld, [Sale].init)
        sales[buyer] = opened
        return opened
    }

    /// Sealed once, at the end of the write, of however many purchases it is.
    func put(_ sales: [Sale], of buyer: PersonID) async throws(VaultError) {
        _ = try await keys(of: buyer)
        self.sales[buyer] = sales
        dirtySales.insert(buyer)
    }
}
