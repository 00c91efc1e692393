import Testing

@testable import FeedAPI

@Suite struct QueryValuesTests {
    @Test func `a limit is 20 unless said, and 1 to 50`() throws {
        #expect(try QueryValues(nil, allowing: [.limit]).limit() == 20)
        #expect(try QueryValues("limit=1", allowing: [.limit]).limit() == 1)
        #expect(try QueryValues("limit=%350", allowing: [.limit]).limit() == 50)
    }

    @Test func `an unknown parameter is not named, a repeated one is`() {
        let unknown = #expect(throws: Problem.self) { try QueryValues("evil=1", allowing: [.limit]) }
        #expect(unknown?.errors == [FieldError(.unnamed, .unknownParameter)])
        let repeated = #expect(throws: Problem.self) { try QueryValues("limit=1&limit=2", allowing: [.limit]) }
        #expect(repeated?.errors == [FieldError(.parameter(.limit), .repeated)])
    }

    @Test func `escapes and blanks are read`() throws {
        #expect(try QueryValues("query=a+b%2B%E5%8E%A8", allowing: [.query])[.query] == "a b+厨")
    }

    @Test(arguments: ["%", "%2", "%zz", "%FF", "%C0%80", "%+1"])
    func `broken escapes are refused`(text: String) {
        #expect(PercentCoding.decode(text) == nil)
    }
}
