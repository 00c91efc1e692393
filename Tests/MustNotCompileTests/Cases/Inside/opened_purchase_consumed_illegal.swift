// expect: 'purchase' is borrowed and cannot be consumed
private func returned(_ purchase: borrowing OpenedPurchase) -> OpenedPurchase {
    purchase
}

private func sink(_ purchase: consuming OpenedPurchase) {}

// expect: 'purchase' consumed more than once
private func twice(_ purchase: consuming OpenedPurchase) {
    sink(purchase)
    sink(purchase)
}
