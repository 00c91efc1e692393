import Domain
import Testing

struct GoodsTests {
    @Test func `a commission is from nothing to the whole`() {
        #expect(BasisPoints(0)?.value == 0 && BasisPoints(10_000)?.value == 10_000)
        #expect(BasisPoints(-1) == nil && BasisPoints(10_001) == nil && BasisPoints(UInt64.max) == nil)
    }

    @Test func `only what is dearer elsewhere saves something`() throws {
        let (yuan, euro) = (try #require(Currency("CNY")), try #require(Currency("EUR")))
        func saving(_ list: Money?, _ exclusive: Money?) throws -> Int64? {
            Product(
                number: 1, id: try #require(ProductID("p")), title: LocalizedText(en: "P", zh: nil), categoryID: nil,
                brand: nil, listPrice: list, exclusivePrice: exclusive, status: .listed
            ).saving?.minorUnits
        }
        let list = Money(minorUnits: 500, currency: yuan)
        #expect(try saving(list, Money(minorUnits: 300, currency: yuan)) == 200)
        #expect(try saving(list, Money(minorUnits: 500, currency: yuan)) == nil)
        #expect(try saving(list, Money(minorUnits: 300, currency: euro)) == nil)
        #expect(try saving(nil, list) == nil)
    }

    @Test func `a seller without a name is no reference`() throws {
        let price = Money(minorUnits: 1, currency: try #require(Currency("CNY")))
        #expect(
            ReferencePrice(seller: " ", price: price) == nil && ReferencePrice(seller: "a\u{202E}", price: price) == nil
        )
        #expect(ReferencePrice(seller: " 别家 ", price: price)?.seller == "别家")
    }
}
