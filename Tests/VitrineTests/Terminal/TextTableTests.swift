import Testing

@testable import vitrine

@Suite struct TextTableTests {
    @Test(arguments: [
        ("Kettle", 6), ("水壶", 4), ("Ｗide", 5), ("é", 1), ("e\u{301}", 1), ("🍵", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("한글", 4),
        ("ｶﾅ", 2), ("、。", 4), ("", 0), ("a\u{200B}b", 2), ("🇨🇳", 2),
    ])
    func `texts take the cells that a terminal gives them`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `columns stand in line in any script`() {
        var table = TextTable([.init("who"), .init("what", maximumWidth: 8), .init("price", alignment: .right)])
        table.append(["ada", "水壶", "5"])
        table.append(["本", "a very long title", "19900"])
        table.append(["\u{1B}[31m"])
        #expect(
            table.text == """
                who    what      price
                ada    水壶          5
                本     a very …  19900
                \u{FFFD}[31m

                """)
    }
}
