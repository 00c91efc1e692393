import Sealing

// expect: type 'OpenedPurchase' does not conform to protocol 'Copyable'
private func many(_ purchases: [OpenedPurchase]) {}

private func listed(_ purchase: consuming OpenedPurchase) -> Int {
    // expect: generic struct 'Array' requires that 'OpenedPurchase' conform to 'Copyable'
    let all = [purchase]
    return all.count
}

private func erased(_ purchase: consuming OpenedPurchase) -> Any {
    // expect: return expression of type 'OpenedPurchase' does not conform to 'Copyable'
    purchase
}

private func copied(_ purchase: borrowing OpenedPurchase) -> OpenedPurchase {
    // expect: 'copy' cannot be applied to noncopyable types
    copy purchase
}

private final class Cache {
    // expect: type 'OpenedPurchase' does not conform to protocol 'Copyable'
    var purchases: [Int: OpenedPurchase] = [:]
    var last: OpenedPurchase?

    func keep(_ purchase: borrowing OpenedPurchase) {
        // expect: implicit conversion to 'OpenedPurchase?' is consuming
        last = purchase
    }
}

// expect: has non-Copyable type 'OpenedPurchase'
private struct Item { let purchase: OpenedPurchase }

private func handedOut(_ records: OwnerRecords<OpenClass>) async throws {
    // expect: 'OpenedPurchase'
    _ = try await records.details([]) { (_, purchase: borrowing OpenedPurchase) -> OpenedPurchase in purchase }
}
