import Domain
import Testing

struct LookAlikesTests {
    @Test(
        arguments: [
            ("paypal", false), ("p\u{430}ypal", true), ("пейпал", false), ("Ada и Ben", false), ("Αda", true),
            ("Tea茶Bar", false), ("Tea-Бар", false), ("Аԁа1", false), ("Ｐａураl", true), ("Ꭺda", true),
            ("e\u{301}tе", true),
        ])
    func `a word may not mix scripts whose letters look alike`(name: String, isMixed: Bool) {
        #expect(LookAlikes.mixesScripts(name) == isMixed)
    }

    @Test(arguments: ["аda", "ada\u{301}", "ａda", "ada\u{200D}", "ADA", "ада", "艾达", "a da", "", "-ada"])
    func `a handle is of ASCII, so that nothing passes for it`(text: String) {
        #expect(Handle(text) == nil)
    }
}
