import Domain
@_spi(EnforcementPoint) import Sealing

/// A purchase on its way from one key to another, as it is written: its facts, and the bytes of its details.
///
/// Sensitivity: personal; it is sealed again in the write that it was read for.
struct WholePurchase {
    var facts: PurchaseFacts
    let details: [UInt8]
    let key: PurchaseKey
}

extension OwnerRecords {
    /// Every purchase of the class, and what remains of those that are gone; nothing where one does not open, unless what does not open is given up.
    func everything(of head: Head, givingUp: Bool) async throws(VaultError) -> [WholePurchase]? {
        let (facts, isWhole) = try await readFacts(of: head)
        guard isWhole || givingUp else { return nil }
        let details = try await read(facts.map { .init(owner: head.id, $0) }) {
            (_, bytes) throws(RecordFormatError) in
            (bytes: try OpenedPurchase.bytes(bytes), key: try OpenedPurchase.key(bytes))
        }
        var purchases: [WholePurchase] = []
        purchases.reserveCapacity(facts.count)
        for (fact, details) in zip(facts, details) {
            if let details {
                purchases.append(WholePurchase(facts: fact.facts, details: details.bytes, key: details.key))
            } else if !givingUp {
                return nil
            }
        }
        return purchases
    }
}
