import Domain
import Tabular
import Testing

@Suite struct RecordTests {
    @Test func `a person is read`() throws {
        let ada = try decode(PersonRow.self, #"{"handle":"ada","name":"Ada","zone":"Asia/Shanghai","minor":true}"#)
        #expect(ada.handle == Handle("ada"))
        #expect(ada.name == "Ada")
        #expect(ada.zone == .to(try #require(Zone("Asia/Shanghai"))))
        #expect(ada.isMinor == true)
        let ben = try decode(PersonRow.self, #"{"handle":"ben","name":"Ren\u0065\u0301"}"#)
        #expect(ben.name?.unicodeScalars.map(\.value) == [0x52, 0x65, 0x6E, 0xE9])
        #expect(ben.zone == .asItWas)
        #expect(ben.isMinor == nil)
        let cleared = try decode(PersonRow.self, #"{"handle":"ben","zone":null}"#)
        #expect(cleared.zone == .clear && cleared.name == nil)
    }

    @Test(arguments: [
        (#"{"name":"Ada"}"#, "`handle` is empty"),
        (#"{"handle":"Ada","name":"Ada"}"#, "found `Ada`"),
        (#"{"handle":"ada","name":" \u3000 "}"#, "`name`: expected 1 to 80 characters"),
        (#"{"handle":"ada","name":"a\u202eb"}"#, #"found `a\u{202e}b`"#),
        (#"{"handle":"ada","name":"a\u001b[31m"}"#, #"found `a\u{1b}[31m`"#),
        (#"{"handle":"ada","name":"Ada","zone":"Mars/Base"}"#, "`zone`: expected a zone of the IANA database"),
        (#"{"handle":"ada","name":"Ada","minor":null}"#, "`minor`: expected `true` or `false`, not `null`"),
        (#"{"handle":"ada","name":"Ada","minor":"perhaps"}"#, "`minor`: expected `true` or `false`, found `perhaps`"),
    ])
    func `a person that makes no sense is refused by field`(line: String, reason: String) throws {
        #expect(try #require(refusal(PersonRow.self, line)).contains(reason))
    }

    @Test func `a name has at most eighty characters`() throws {
        let name = String(repeating: "名", count: 80)
        #expect(try decode(PersonRow.self, "{\"handle\":\"ada\",\"name\":\"\(name)\"}").name == name)
        let reason = try #require(refusal(PersonRow.self, "{\"handle\":\"ada\",\"name\":\"\(name)名\"}"))
        #expect(reason.hasSuffix("名名…`"))
    }

    @Test func `nobody is their own friend`() throws {
        #expect(try decode(FriendshipRow.self, #"{"a":"ada","b":"ben"}"#).b == Handle("ben"))
        #expect(
            refusal(FriendshipRow.self, #"{"a":"ada","b":"ada"}"#)
                == "`b`: expected somebody else than in `a`, found `ada`")
    }

    @Test func `a product may lack category, brand and price`() throws {
        let kettle = try decode(
            ProductRow.self,
            #"{"id":"p-88","title":"Kettle","title_zh":"水壶","category":"hg-11","brand":"Brio","price":19.90,"#
                + #""currency":"CNY"}"#)
        #expect(kettle.titleEN == .to("Kettle") && kettle.titleZH == .to("水壶"))
        #expect(kettle.listPrice == .to(Money(minorUnits: 1990, currency: try #require(Currency("CNY")))))
        #expect(kettle.categoryID == .to("hg-11"))
        let plain = try decode(ProductRow.self, #"{"id":"p-1","title":"Thing","title_zh":"","brand":null}"#)
        #expect(plain.listPrice == .asItWas && plain.categoryID == .asItWas && plain.isListed == nil)
        #expect(plain.titleZH == .asItWas && plain.brand == .clear)
    }

    @Test func `a line break in a title is a blank`() throws {
        let pot = try decode(ProductRow.self, #"{"id":"p-1","title":"Tea\r\n\tpot","brand":"A\nB"}"#)
        #expect(pot.titleEN == .to("Tea pot") && pot.brand == .to("A B"))
    }

    @Test(arguments: [
        (#"{"id":"p 1","title":"x"}"#, "`id`: expected 1 to 128 printable ASCII characters without blanks"),
        (#"{"id":"p","title":"x","price":1}"#, "`currency` is empty"),
        (
            #"{"id":"p","title":"x","price":1,"currency":"cny"}"#,
            "`currency`: expected a currency of ISO 4217, as `CNY` or `EUR`; did you mean `CNY`?, found"
        ),
        (#"{"id":"p","title":"x","price":1,"currency":"RMB"}"#, "did you mean `CNY`?"),
        (#"{"id":"p","title":"x","price":1,"currency":"XYZ"}"#, "expected a currency of ISO 4217"),
        (#"{"id":"p","title":"x","status":null}"#, "`status`: expected `listed` or `delisted`, not `null`"),
        (#"{"id":"p","title":"x","price":1.001,"currency":"CNY"}"#, "`price`: expected a decimal of at most 2 places"),
        (#"{"id":"p","title":"x","price":1.5,"currency":"JPY"}"#, "`price`: expected a decimal of at most 0 places"),
    ])
    func `a product that makes no sense is refused by field`(line: String, reason: String) throws {
        #expect(try #require(refusal(ProductRow.self, line)).contains(reason))
    }

    @Test func `the name of a category is the last part of its path`() throws {
        let category = try decode(
            CategoryRow.self,
            #"{"id":"ap-1","parent_id":"ap","en_path":"Animals & Pet Supplies > Live Animals","zh_path":"动物 > 活体动物"}"#)
        #expect(category.name == LocalizedText(en: "Live Animals", zh: "活体动物"))
        #expect(category.parentID == "ap")
        let top = try decode(CategoryRow.self, #"{"id":"ap","parent_id":"","en_path":"Animals"}"#)
        #expect(top.parentID == nil)
        #expect(top.name == LocalizedText(en: "Animals", zh: nil))
        #expect(refusal(CategoryRow.self, #"{"id":"ap"}"#) == "`en_path` and `zh_path` are both empty")
    }
}
