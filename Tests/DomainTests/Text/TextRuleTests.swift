import Domain
import Testing

struct TextRuleTests {
    @Test(arguments: ["黄油/\u{200B}\u{200B}人造黄油", "\u{FEFF}黄油/人造黄油", "黄油\u{2060}/人造\u{AD}黄油"])
    func `what is not seen is dropped from titles`(text: String) {
        #expect(TextRule.title.normalized(text) == "黄油/人造黄油")
    }

    @Test(arguments: ["ada\u{200B}", "ada\u{202E}", "ada\u{0}", "  ", "\u{200B}"])
    func `names with unseen, steering or no characters are refused`(text: String) {
        #expect(TextRule.name.normalized(text) == nil)
    }

    @Test(arguments: ["tea\u{202E}", "tea\u{2028}", "tea\u{7}", "\u{200B}", String(repeating: "a", count: 301)])
    func `titles that steer, that are blank or too long are refused`(text: String) {
        #expect(TextRule.title.normalized(text) == nil)
    }

    @Test func `joiners and composed letters are kept`() {
        #expect(TextRule.name.normalized(" Ze\u{301}lie 👩\u{200D}🌾 ") == "Zélie 👩\u{200D}🌾")
    }
}
