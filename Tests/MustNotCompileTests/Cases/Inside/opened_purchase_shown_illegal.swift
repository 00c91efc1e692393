import Foundation

private func shown(_ purchase: borrowing OpenedPurchase) -> String {
    // expect: no exact matches in call to instance method 'appendInterpolation'
    "\(purchase)"
}

private func printed(_ purchase: borrowing OpenedPurchase) {
    // expect: argument type 'OpenedPurchase' does not conform to expected type 'Copyable'
    print(purchase)
    // expect: requires that 'OpenedPurchase' conform to 'Copyable'
    dump(purchase)
}

private func mirrored(_ purchase: borrowing OpenedPurchase) -> Mirror {
    // expect: argument type 'OpenedPurchase' does not conform to expected type 'Copyable'
    Mirror(reflecting: purchase)
}

private func encoded(_ purchase: borrowing OpenedPurchase) throws -> Data {
    // expect: 'OpenedPurchase'
    try JSONEncoder().encode(purchase)
}

private func thrown(_ purchase: consuming OpenedPurchase) throws {
    // expect: thrown expression type 'OpenedPurchase' does not conform to 'Error'
    throw purchase
}
