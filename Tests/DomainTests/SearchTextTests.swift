import Domain
import Testing

struct SearchTextTests {
    @Test(
        arguments: [
            ("Kettle, 1.5L", ["kettle", "1", "5l"]), ("CAFÉ au lait", ["cafe", "au", "lait"]),
            ("iPhone15手机", ["iphone15", "手机"]), ("ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"]),
            ("龙井茶·绿茶", ["龙井茶", "绿茶"]), ("ひらがなカタカナ", ["ひらがなカタカナ"]), ("\u{E000}!? ", []),
            ("a\"b*c", ["a", "b", "c"]),
        ])
    func `a text is split into folded words and runs`(text: String, runs: [String]) {
        #expect(SearchText(text).runs.map(\.text) == runs)
    }

    @Test(
        arguments: [
            ("龙井茶", "井茶", true), ("龙井茶", "龙茶", false), ("龙井 茶", "井茶", false), ("green tea", "te", true),
            ("green tea", "ea", false), ("green tea", "tea green", true), ("green tea", "", true),
        ])
    func `a query is found where all of it is`(text: String, query: String, isFound: Bool) {
        #expect(SearchText(text).contains(SearchText(query)) == isFound)
    }
}
