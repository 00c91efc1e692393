/// Something that a test counts on is not there.
struct Absent: Error {
    let file: StaticString
    let line: UInt

    static func orThrow<Value>(
        _ value: Value?, file: StaticString = #fileID, line: UInt = #line
    ) throws(Absent) -> Value {
        guard let value else { throw Absent(file: file, line: line) }
        return value
    }
}
