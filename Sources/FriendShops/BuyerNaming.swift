package import Disclosure

/// Says which buyers an owner is told by name.
package protocol BuyerNaming: Sendable {
    func named(_ reading: Reading, limit: Int) async throws(VaultError) -> [ExposedItem]
}

/// Those who let the owner see the purchase and the shop it came through.
package struct ByOwnPolicy: BuyerNaming {
    package init() {}

    package func named(_ reading: Reading, limit: Int) async throws(VaultError) -> [ExposedItem] {
        try await reading.purchasesThroughOwnShop(limit: limit)
    }
}
