import Testing

/// What holds for the sources as text, because the compiler does not check it.
struct LayeringTests {
    @Test(arguments: Rule.all)
    func `the repository keeps the rule`(rule: Rule) throws {
        let violations = rule.check(try Repository.files())
        #expect(violations.isEmpty, "\(violations.map(\.description).joined(separator: "\n"))")
    }

    @Test(arguments: Rule.all)
    func `what breaks the rule is found`(rule: Rule) {
        #expect(!rule.violating.isEmpty)
        for files in rule.violating {
            #expect(!rule.check(files).isEmpty, "not found: \(files.map(\.text))")
        }
    }

    @Test(arguments: Rule.all)
    func `what does not break the rule is let through`(rule: Rule) {
        for file in rule.innocent {
            #expect(rule.check([file]).isEmpty, "found: \(rule.check([file]))")
        }
    }

    @Test func `the rules see the whole repository`() throws {
        let files = try Repository.files()
        #expect(files.count > 200)
        let modules = Set(files.compactMap(\.module))
        #expect(modules.isSuperset(of: ["Domain", "Sealing", "Storage", "Disclosure", "FeedBuilder", "FeedAPI"]))
        let openers = Set(
            files.filter { file in file.imports.contains { $0.modifiers.contains("@_spi(EnforcementPoint)") } }
                .compactMap(\.module))
        // What is measured there is sealed and opened in the same program, and is of nobody.
        #expect(openers == ["Disclosure", "VitrineBenchmarks"])
        let opened = try #require(files.first { $0.path == "Sources/Disclosure/Records/OpenedPurchase.swift" })
        #expect(opened.code.contains("struct OpenedPurchase: ~Copyable {"))
    }
}
