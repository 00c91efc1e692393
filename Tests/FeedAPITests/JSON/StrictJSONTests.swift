import Testing

@testable import FeedAPI

@Suite struct StrictJSONTests {
    private func parse(_ text: String) throws(StrictJSONError) -> JSONValue { try StrictJSON.parse(Array(text.utf8)) }

    @Test func `a value of every kind is read`() throws {
        #expect(
            try parse(#" { "a" : [ null, true, false, -0.50e+3, "x\u00e9\ud83d\ude00\n\/" ], "b" : {} } "#)
                == .object([
                    "a": .array([.null, .boolean(true), .boolean(false), .number("-0.50e+3"), .string("xé😀\n/")]),
                    "b": .object([:]),
                ]))
    }

    @Test func `numbers keep every digit`() throws {
        #expect(try parse("9007199254740993").integer == 9_007_199_254_740_993)
        #expect(try parse("9223372036854775807").integer == .max)
        #expect(try parse("9223372036854775808").integer == nil)
        #expect(try parse("1.0").integer == nil)
        #expect(try parse("1e2").integer == nil)
        #expect(try parse("19.9900000000000000001") == .number("19.9900000000000000001"))
    }

    @Test(arguments: [
        (#"{"a":1,"a":1}"#, StrictJSONError.duplicateMember), (#"{"a":1,"\u0061":1}"#, .duplicateMember),
        (#"{"x":{"é":1,"e\u0301":1}}"#, .duplicateMember), ("1 2", .trailingBytes), ("{}{}", .trailingBytes),
        ("01", .trailingBytes),
        ("", .syntax), ("-", .syntax), ("1.", .syntax), ("1e", .syntax), ("+1", .syntax), ("[1,]", .syntax),
        ("[1 2]", .syntax),
        (#"{"a"}"#, .syntax), ("{a:1}", .syntax), (#""\ud800""#, .syntax), (#""\udc00\ud800""#, .syntax),
        (#""\ud800\u0041""#, .syntax), (#""\u12"#, .syntax), (#""\u+123""#, .syntax), ("\"\u{1}\"", .syntax),
        ("\"a", .syntax),
        ("nul", .syntax), ("True", .syntax), ("\u{FEFF}1", .syntax), ("\u{A0}1", .syntax),
    ])
    func `what is no JSON is refused`(text: String, error: StrictJSONError) {
        #expect(throws: error) { try parse(text) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        for bytes: [UInt8] in [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82],
        ] {
            #expect(throws: StrictJSONError.notUTF8) { try StrictJSON.parse(bytes) }
        }
    }

    @Test func `sixteen levels are read, seventeen are not`() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        _ = try parse(nested(16))
        #expect(throws: StrictJSONError.tooDeep) { try parse(nested(17)) }
        #expect(throws: StrictJSONError.tooDeep) { try parse(String(repeating: #"{"a":"#, count: 60_000)) }
    }
}
