import Domain
import Tabular
import Testing

@Suite struct PurchaseRowTests {
    private static func line(_ changes: [String: String?] = [:]) -> String {
        var members: [String: String?] = [
            "order": #""o-1""#, "buyer": #""ada""#, "product": #""p-88""#, "quantity": "2", "total": "39.80",
            "currency": #""CNY""#, "at": #""2026-10-31T12:30:00""#,
        ]
        members.merge(changes) { $1 }
        return "{" + members.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }.joined(separator: ",") + "}"
    }

    @Test func `a purchase is read with its defaults`() throws {
        let purchase = try decode(PurchaseRow.self, Self.line())
        #expect(purchase.order == "o-1")
        #expect(purchase.orderLine == "p-88")
        #expect(purchase.buyer == Handle("ada"))
        #expect(purchase.quantity == 2)
        #expect(purchase.total.minorUnits == 3980)
        #expect(purchase.shop == .asItWas)
        #expect(purchase.status == nil)
        #expect(purchase.key(source: "demo") == PurchaseKey(source: "demo", order: "o-1", line: "p-88"))
    }

    @Test func `a purchase is read with all that it may say`() throws {
        let purchase = try decode(
            PurchaseRow.self, Self.line(["line": "3", "shop": #""ben""#, "status": #""returned""#, "total": "0"]))
        #expect(purchase.orderLine == "3")
        #expect(purchase.shop == .to(try #require(Handle("ben"))))
        #expect(purchase.status == .returned)
        #expect(purchase.total.minorUnits == 0)
    }

    @Test func `a time without an offset waits for the zone of the buyer`() throws {
        let shanghai = try #require(Zone("Asia/Shanghai"))
        let local = try decode(PurchaseRow.self, Self.line())
        #expect(local.at.instant(in: shanghai) == Instant("2026-10-31T04:30:00Z"))
        let told = try decode(PurchaseRow.self, Self.line(["at": #""2026-10-31T12:30:00+02:00""#]))
        #expect(told.at == .instant(try #require(Instant("2026-10-31T10:30:00Z"))))
        #expect(told.at.instant(in: shanghai) == Instant("2026-10-31T10:30:00Z"))
    }

    @Test(arguments: [
        ("order", nil as String?, "`order` is empty"),
        ("buyer", #""Ada Lovelace""#, "`buyer`: expected 1 to 64 of"),
        ("quantity", "-1", "`quantity`: expected a whole number from 0 to 100000, found `-1`"),
        ("quantity", "1.5", "`quantity`: expected a whole number"),
        ("quantity", "100001", "`quantity`: expected a whole number"),
        ("quantity", #""99999999999999999999""#, "`quantity`: expected a whole number"),
        ("total", "-0.01", "`total`: expected a decimal of at most 2 places"),
        ("total", "1e3", "`total`: expected a decimal of at most 2 places"),
        ("total", "10000000000.01", "`total`: expected a decimal of at most 2 places"),
        ("at", #""yesterday""#, "`at`: expected a date and time"),
        ("at", #""2026-02-30T00:00:00""#, "`at`: expected a date and time"),
        ("currency", #""NTD""#, "did you mean `TWD`?"),
        ("status", "null", "`status`: expected `bought` or `returned`, not `null`"),
        ("status", #""lost""#, "`status`: expected `bought` or `returned`, found `lost`"),
        ("shop", #""-""#, "`shop`: expected 1 to 64 of"),
        ("line", #""a b""#, "`line`: expected 1 to 128 printable ASCII characters"),
    ])
    func `a purchase that makes no sense is refused by field`(field: String, value: String?, reason: String) throws {
        #expect(try #require(refusal(PurchaseRow.self, Self.line([field: value]))).contains(reason))
    }
}
