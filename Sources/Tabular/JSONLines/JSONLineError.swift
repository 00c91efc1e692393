/// Why a line is no flat JSON object.
struct JSONLineError: Error {
    let reason: String

    static let ended = JSONLineError(reason: "the line ends within the object")
    static let openString = JSONLineError(reason: "a string is never closed")
    static let invalidUTF8 = JSONLineError(reason: "not valid UTF-8")
    static let rawControl = JSONLineError(reason: "a control character stands unescaped in a string")
    static let badEscape = JSONLineError(reason: "an escape in a string is not one of JSON's")
    static let loneSurrogate = JSONLineError(reason: "a string escapes half of a surrogate pair")
    static let badNumber = JSONLineError(reason: "a number is not one of JSON's")
    static let longField = JSONLineError(reason: "a string is longer than \(TabularLimits.fieldLength / 1024) KiB")
    static let manyMembers = JSONLineError(reason: "more than \(TabularLimits.cells) members")
    static let trailing = JSONLineError(reason: "text after the object")

    static func expected(_ what: String) -> JSONLineError { JSONLineError(reason: "expected \(what)") }

    static func nested(_ key: String) -> JSONLineError {
        JSONLineError(reason: "`\(Quoted(key))` holds an object or array; expected a string, number, boolean or null")
    }

    static func repeated(_ key: String) -> JSONLineError { JSONLineError(reason: "`\(Quoted(key))` comes twice") }
}
