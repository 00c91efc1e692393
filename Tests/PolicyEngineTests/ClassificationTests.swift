import Domain
import PolicyEngine
import Testing

struct ClassificationTests {
    let policy: Policy
    let taxonomy: Taxonomy
    let classifier: Classifier

    init() throws {
        policy = try Fixture.load()
        taxonomy = try Fixture.taxonomy()
        classifier = policy.classifier(for: taxonomy)
    }

    private func id(_ category: String?, _ en: String? = nil, _ zh: String? = nil, brand: String? = nil) -> String? {
        let code = classifier.classCode(category: category, title: LocalizedText(en: en, zh: zh), brand: brand)
        return policy.sensitivityClass(code)?.id
    }

    @Test func `a root decides for everything below it`() {
        #expect(id("fb") == "ordinary")
        #expect(id("fb-2") == "ordinary")
        #expect(id("fb-1") == "alcohol")
        #expect(id("fb-1-2") == "alcohol")
    }

    @Test func `the most specific root wins, also where it is laxer`() {
        #expect(id("hb-1-1") == "health")
        #expect(id("hb-1-3") == "ordinary")
        #expect(id("hb-1-3-1") == "ordinary")
    }

    @Test func `a category without a root, an unknown one and none at all are unknown, whatever the title`() {
        for category in ["zz-1", "qq", nil] {
            #expect(
                classifier.classCode(category: category, title: LocalizedText(en: "whisky", zh: "白酒"), brand: nil)
                    == .unknown)
        }
        #expect(classifier.classCode(ofCategory: 9_999) == .unknown)
        #expect(policy.tier(of: .unknown) == .withhold)
    }

    @Test(arguments: [
        "Pack of 3 Condoms and a condom", "CONDOM", "morning-after pill", "The Morning After  Pill, 1 count",
        "HIV-test",
        "ｃｏｎｄｏｍ", "避孕套 condom",
    ])
    func `an English term is found as whole words`(_ title: String) {
        #expect(id("fb-2", title) == "health")
    }

    @Test(arguments: [
        "condominium guide", "the morning after", "after pill morning", "archive", "HIVE tool", "ccondom", "",
    ])
    func `an English decoy is not found`(_ title: String) {
        #expect(id("fb-2", title) == "ordinary")
    }

    @Test(arguments: ["超薄避孕套10只", "安全套", "大号安全套，12只"])
    func `a Chinese term is found anywhere`(_ title: String) {
        #expect(id("fb-2", nil, title) == "health")
    }

    @Test(arguments: ["避孕", "安全 套", "安全帽套装", "套安全"])
    func `a Chinese decoy is not found`(_ title: String) {
        #expect(id("fb-2", nil, title) == "ordinary")
    }

    @Test func `an exception takes the hit back in the same text`() {
        #expect(id("fb-2", "Condom shaped balloon, not a condom") == "ordinary")
        #expect(id("fb-2", nil, "工地安全套装") == "ordinary")
        #expect(id("fb-2", "Condom shaped balloon", "避孕套") == "health")
    }

    @Test func `terms are looked for in the brand and in either language`() {
        #expect(id("fb-2", brand: "Condom Co") == "health")
        #expect(id("fb-2", nil, "进口Whisky礼盒") == "alcohol")
    }

    @Test func `a term raises and never lowers`() {
        #expect(id("fb-2", "Whisky glass") == "alcohol")
        #expect(id("hb-1-1", "Whisky") == "health")
        #expect(id("fb-1", "Condom") == "health")
    }

    @Test func `of several terms the strictest wins, wherever it stands`() {
        #expect(id("fb-2", "Whisky and condom") == "health")
        #expect(id("fb-2", "Condom and whisky") == "health")
        #expect(id("fb-2", "Condom", "白酒") == "health")
        #expect(id("fb-2", "Whisky", "避孕套") == "health")
    }

    @Test func `the reason names the root or the term`() {
        let byRoot = classifier.reason(category: "fb-1-2", title: LocalizedText(en: "Wine", zh: nil), brand: nil)
        #expect(byRoot.root == "fb-1")
        #expect(byRoot.term == nil)
        #expect(byRoot.because == ["gdpr-9"])
        let byTerm = classifier.reason(
            category: "fb-2", title: LocalizedText(en: "Morning after pill", zh: nil), brand: nil)
        #expect(byTerm.root == nil)
        #expect(byTerm.term == "morning after pill")
    }

    @Test func `roots that a taxonomy lacks are named`() throws {
        let files = Fixture.files("sensitive.yaml", replacing: "nodes: [hb-1-3]", with: "nodes: [hb-1-3, hb-9, ab]")
        #expect(try Fixture.load(files).missingRoots(in: taxonomy) == ["ab", "hb-9"])
        #expect(policy.missingRoots(in: taxonomy).isEmpty)
    }

    @Test func `the shipped terms find what they should and leave decoys alone`() throws {
        let policy = try ShippedPolicy.load()
        let classifier = policy.classifier(for: try ShippedPolicy.taxonomy())
        func tier(_ category: String, _ en: String?, _ zh: String?) -> Tier {
            policy.tier(of: classifier.classCode(category: category, title: LocalizedText(en: en, zh: zh), brand: nil))
        }
        #expect(tier("hb-1-5", "Anything", nil) == .withhold)
        #expect(tier("ha", "Durex condoms, 12 count", nil) == .withhold)
        #expect(tier("ha", "Emergency contraceptive 1.5 mg", nil) == .withhold)
        #expect(tier("ha", nil, "毓婷紧急避孕药") == .withhold)
        #expect(tier("ha", "Claw hammer", "羊角锤") == .ordinary)
        #expect(tier("ha", nil, "安全套装 螺丝刀") == .ordinary)
    }
}
