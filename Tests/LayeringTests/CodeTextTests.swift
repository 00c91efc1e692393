import Testing

struct CodeTextTests {
    @Test(
        arguments: [
            ("let a = 1 // Date()", "let a = 1          "),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("say(\"print(x)\")", "say(\"        \")"),
            ("say(\"\\(now(\"x\")) y\")", "say(\"\\(now(\" \"))  \")"),
            ("say(#\"\\(a) \"b\" \\#(c)\"#)", "say(#\"         \\#(c)\"#)"),
            ("\"\\\" x\" + y", "\"    \" + y"),
            ("\"\"\"\na \"b\" \\(c)\n\"\"\" d", "\"\"\"\n      \\(c)\n\"\"\" d"),
            ("\"http://a\" b", "\"        \" b"),
        ])
    func `comments and wording are blanked, code stays`(text: String, code: String) {
        #expect(CodeText.blanked(text) == code)
    }

    @Test(
        arguments: [
            ("HTTPField", ["http", "field"]), ("keyManager", ["key", "manager"]), ("Schema2Data", ["schema", "data"]),
            ("userlandVersion", ["userland", "version"]), ("put", ["put"]), ("UTF8Info", ["utf", "info"]),
        ])
    func `names fall into their words`(name: String, words: [String]) {
        #expect(name.camelWords == words)
    }

    @Test(
        arguments: [
            ("let now = Date()", true), ("Update()", false), ("Date().x", true), ("Date ()", false), ("Date", false),
        ])
    func `a piece of code is found whole`(line: String, isNamed: Bool) {
        #expect(line.names("Date()") == isNamed)
    }

    @Test func `every form of import is read`() {
        let file = SourceFile(
            "Sources/A/B.swift",
            """
            import A
            public import B
            @_spi(X) import C
            @testable
            import D
            import struct E.F
            #if os(Linux)
                private import G // H
            #endif
            // import I
            let text = "import J"
            """)
        #expect(file.imports.map(\.module) == ["A", "B", "C", "D", "E", "G"])
        #expect(file.imports.map(\.line) == [1, 2, 3, 5, 6, 8])
    }
}
