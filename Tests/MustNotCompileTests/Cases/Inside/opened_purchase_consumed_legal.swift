private func sink(_ purchase: consuming OpenedPurchase) {}

private func once(_ purchase: consuming OpenedPurchase) { sink(purchase) }
