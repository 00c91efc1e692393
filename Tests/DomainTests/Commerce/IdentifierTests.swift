import Domain
import Testing

struct IdentifierTests {
    @Test(arguments: ["a", "7", "ada", "ada.l-1_x", String(repeating: "a", count: 64)])
    func `a handle is lower-case letters, digits and a few marks`(text: String) {
        #expect(Handle(text)?.text == text)
    }

    @Test(arguments: [
        "", "Ada", "-ada", ".ada", "_ada", "ada lovelace", "ädä", "ada@home", "аda", "ada\n", "ada\u{0}",
        String(repeating: "a", count: 65),
    ])
    func `what looks like another handle, or is too long, is none`(text: String) {
        #expect(Handle(text) == nil)
    }

    @Test(arguments: ["p", "SKU-1/2:3", "~!", String(repeating: "9", count: 128)])
    func `a product id is printable ASCII without blanks`(text: String) {
        #expect(ProductID(text)?.text == text)
    }

    @Test(arguments: ["", "a b", "a\tb", "é", "a\u{7F}", "商品", String(repeating: "9", count: 129)])
    func `other product ids are refused`(text: String) {
        #expect(ProductID(text) == nil)
    }

    @Test func `every part of a purchase key obeys the same rule`() {
        #expect(PurchaseKey(source: "shop", order: "o-1", line: "1") != nil)
        for bad in ["", "a b", "é", String(repeating: "x", count: 129)] {
            #expect(PurchaseKey(source: bad, order: "o", line: "1") == nil)
            #expect(PurchaseKey(source: "s", order: bad, line: "1") == nil)
            #expect(PurchaseKey(source: "s", order: "o", line: bad) == nil)
        }
    }

    @Test func `keys whose parts only read alike when run together differ`() {
        let first = PurchaseKey(source: "a", order: "bc", line: "d")
        let second = PurchaseKey(source: "ab", order: "c", line: "d")
        #expect(first != second)
    }
}
