import Tabular
import Testing

@Suite struct TSVTests {
    @Test(arguments: [
        ("a\tb\n1\t2\n", ["2: 1|2"]),
        ("a\tb\r\n\"x\"\t5\" pipe\r\n", ["2: x|5\" pipe"]),
        ("a\tb\n1, 2\t\n", ["2: 1, 2|-"]),
        ("a\tb\n\"one\nevil\t3\ntwo\"\t2\n4\t5\n", ["2: one\nevil\t3\ntwo|2", "5: 4|5"]),
        ("a\tb\n1\t2\t3\n4\t5", ["line 2: expected 2 columns, found 3", "3: 4|5"]),
    ])
    func `tabs separate, and a cell that begins with a quote is quoted`(text: String, expected: [String]) throws {
        #expect(try summary(read(text, as: .tsv)) == expected)
    }
}
