import Disclosure
import Domain
import PolicyEngine

func made(_ money: Money, _ band: PriceBand, _ bucket: TimeBucket, _ category: Domain.Category) {
    // expect: 'ExposedPrice' initializer is inaccessible due to 'internal' protection level
    _ = ExposedPrice(exact: money)
    // expect: 'ExposedPrice' initializer is inaccessible due to 'internal' protection level
    _ = ExposedPrice(band)
    // expect: 'ExposedTime' initializer is inaccessible due to 'internal' protection level
    _ = ExposedTime(bucket)
    // expect: 'ExposedProduct.Label' initializer is inaccessible due to 'internal' protection level
    _ = ExposedProduct.Label(category)
    // expect: 'ExposedItem.Actor' initializer is inaccessible due to 'internal' protection level
    _ = ExposedItem.Actor(handle: "ada", name: "Ada")
}

func item(_ time: ExposedTime, _ actor: ExposedItem.Actor) -> ExposedItem {
    // expect: 'ExposedItem' initializer is inaccessible due to 'internal' protection level
    ExposedItem(id: "1", kind: .purchase, actor: actor, product: nil, time: time)
}

func own(_ product: OwnPurchase.Product, _ items: [OwnPurchase]) {
    // expect: 'OwnPurchase.Amount' initializer is inaccessible due to 'internal' protection level
    _ = OwnPurchase.Amount(amount: 1, currency: "CNY")
    // expect: 'OwnPurchasePage' initializer is inaccessible due to 'internal' protection level
    _ = OwnPurchasePage(items: items, next: nil)
}
