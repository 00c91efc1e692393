import Tabular
import Testing

@Suite struct CSVTests {
    private static let doubled = "; a quote within quotes is written twice"

    @Test(arguments: [
        ("a,b\n1,2\n", ["2: 1|2"]),
        ("a,b\r\n1,2\r\n3,4", ["2: 1|2", "3: 3|4"]),
        ("\u{FEFF}b,a\n1,2\n", ["2: 2|1"]),
        ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", ["2: x,y|say \"hi\""]),
        ("a,b\n\"two\nlines\",2\n3,4\n", ["2: two\nlines|2", "4: 3|4"]),
        ("a,b\n\n1,2\n\r\n3,4\n", ["3: 1|2", "5: 3|4"]),
        ("a,b\n,\n\"\",x\n", ["2: -|-", "3: -|x"]),
        ("\"a\",\"b\"\r\n\"1\",\"2\"\r\n", ["2: 1|2"]),
        ("a,b\n1,\"2\"", ["2: 1|2"]),
        ("a\n1\n", ["2: 1|-"]),
        ("a,other,b\n1,x,2\n", ["2: 1|2"]),
        ("a,b\n", []),
        ("a,b\n茶壶,é\n", ["2: 茶壶|é"]),
        ("a,b\n5\" pipe,2\n2,x\"\"\n", ["2: 5\" pipe|2", "3: 2|x\"\""]),
        ("a,b,c\n19\" monitor,2,\"one\nevil,3,x\nthree\"\n4,5,\n", ["2: 19\" monitor|2", "5: 4|5"]),
    ])
    func `cells are quoted, separated and ended as RFC 4180 says`(text: String, expected: [String]) throws {
        #expect(try summary(read(text, as: .csv)) == expected)
    }

    @Test(arguments: [
        ("a,b\n1\n2,3\n", ["line 2: expected 2 columns, found 1", "3: 2|3"]),
        ("a,b\n1,2,3\n2,3\n", ["line 2: expected 2 columns, found 3", "3: 2|3"]),
        ("a,b\n1,\"x\"y\n2,3\n", ["line 2: text after the closing quote of column 2\(doubled)", "3: 2|3"]),
        ("a,b\n\"1\"\r2,3\n2,3\n", ["line 2: text after the closing quote of column 1\(doubled)", "3: 2|3"]),
        (
            "a,b\n1,2\n1,\"x\n2,3\n",
            [
                "2: 1|2",
                "line 3: the quote that opens column 2 is never closed, so nothing from here on was read; "
                    + "close it, or double it where it is text",
            ]
        ),
    ])
    func `a malformed row is a value, and reading goes on behind the record`(text: String, expected: [String]) throws {
        #expect(try summary(read(text, as: .csv)) == expected)
    }

    @Test(arguments: [TabularFormat.csv, .tsv])
    func `invalid UTF-8 is a fault of its row, asked for or not`(format: TabularFormat) throws {
        let separator: UInt8 = format == .csv ? 0x2C : 0x09
        let bytes: [UInt8] =
            [0x61, separator, 0x78, 0x0A] + [0xC3, 0x28, separator, 0x31, 0x0A] + [0x31, separator, 0xFF, 0x0A]
            + [0x31, separator, 0x32, 0x0A]
        #expect(
            try summary(read(bytes, as: format)) == [
                "line 2: column 1 is not valid UTF-8", "line 3: column 2 is not valid UTF-8", "4: 1|-",
            ])
    }

    @Test(arguments: [1, 2, 3, 7])
    func `the size of the chunks does not matter`(step: Int) throws {
        let text = "\u{FEFF}a,b\r\n\"x\r\n\"\"y\"\"\",2\r\n3,4\r\nbad\r\n\"5\",\"\"\r\n"
        #expect(
            try summary(read(Array(text.utf8), as: .csv, step: step)) == [
                "2: x\r\n\"y\"|2", "4: 3|4", "line 5: expected 2 columns, found 1", "6: 5|-",
            ])
    }
}
