// expect: does not conform to protocol 'Copyable'
extension OpenedPurchase: CustomStringConvertible {
    var description: String { "" }
}

// expect: has non-Copyable type 'OpenedPurchase'
private struct Page: Encodable { let purchase: OpenedPurchase }
