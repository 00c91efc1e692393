import Tabular
import Testing

@Suite struct JSONLinesTests {
    @Test(arguments: [
        (#"{"a":"1","b":"2"}"#, "1: 1|2"),
        (#" { "b" : true , "a" : false } "#, "1: false|true"),
        (#"{"a":19.90,"b":-0.50e+2}"#, "1: 19.90|-0.50e+2"),
        (#"{"a":null,"b":""}"#, "1: -|-"),
        (#"{"a":12345678901234567890.10}"#, "1: 12345678901234567890.10|-"),
        (#"{}"#, "1: -|-"),
        (#"{"\u0061":"\u8336\n\"\\\/","b":"\ud83c\udf75"}"#, "1: 茶\n\"\\/|🍵"),
        (#"{"other":"x","a":"茶"}"#, "1: 茶|-"),
    ])
    func `flat objects are read, numbers as they are written`(line: String, expected: String) throws {
        #expect(try summary(read(line, as: .jsonLines)) == [expected])
    }

    @Test(arguments: [
        (#"{"a":{"b":1}}"#, "`a` holds an object or array; expected a string, number, boolean or null"),
        (#"{"a":[1]}"#, "`a` holds an object or array; expected a string, number, boolean or null"),
        (#"{"a":1,"a":2}"#, "`a` comes twice"),
        (#"{"a":1,"\u0061":2}"#, "`a` comes twice"),
        (#"{"x":1,"x":2}"#, "`x` comes twice"),
        (#"[1]"#, "expected `{`"),
        (#"{"a":1"#, "the line ends within the object"),
        (#"{"a":"1}"#, "a string is never closed"),
        (#"{"a":01}"#, "a number is not one of JSON's"),
        (#"{"a":1.}"#, "a number is not one of JSON's"),
        (#"{"a":-}"#, "a number is not one of JSON's"),
        (#"{"a":+1}"#, "expected a value after `a`"),
        (#"{"a":NaN}"#, "expected a value after `a`"),
        (#"{"a":1,}"#, "expected a key in double quotes"),
        (#"{"a" 1}"#, "expected `:` after `a`"),
        (#"{"a":1} x"#, "text after the object"),
        (#"{"a":"\x"}"#, "an escape in a string is not one of JSON's"),
        (#"{"a":"\ud83c"}"#, "a string escapes half of a surrogate pair"),
        (#"{"a":"\udf75"}"#, "a string escapes half of a surrogate pair"),
        ("{\"a\":\"\t\"}", "a control character stands unescaped in a string"),
    ])
    func `what is no flat object is a fault, and the next line is read`(line: String, reason: String) throws {
        #expect(try summary(read(line + "\n{\"a\":1}\n", as: .jsonLines)) == ["line 1: \(reason)", "2: 1|-"])
    }

    @Test func `invalid UTF-8 is a fault of its line`() throws {
        let bytes = Array(#"{"a":""#.utf8) + [0xFF] + Array("\"}\n{\"a\":1}".utf8)
        #expect(try summary(read(bytes, as: .jsonLines)) == ["line 1: not valid UTF-8", "2: 1|-"])
    }
}
