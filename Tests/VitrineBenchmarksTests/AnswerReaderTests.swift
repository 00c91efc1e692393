import NIOCore
import Testing

@testable import vitrine_bench

struct AnswerReaderTests {
    private static let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello"

    @Test(arguments: 1..<Self.answer.utf8.count)
    func `an answer is found wherever it is cut in two`(cut: Int) {
        var reader = AnswerReader()
        let bytes = Array(Self.answer.utf8)
        guard case .needsMore = reader.read(ByteBuffer(bytes: bytes[..<cut])) else {
            Issue.record("half an answer was taken for a whole one")
            return
        }
        guard case .answer(status: 200, bodyLength: 5) = reader.read(ByteBuffer(bytes: bytes[cut...])) else {
            Issue.record("the answer was not found")
            return
        }
    }

    @Test func `one answer follows the other, and those without a body end with their head`() {
        var reader = AnswerReader()
        for (text, expected) in [(Self.answer, 200), ("HTTP/1.1 204 No Content\r\n\r\n", 204), (Self.answer, 200)] {
            guard case .answer(let status, _) = reader.read(ByteBuffer(string: text)) else {
                Issue.record("no answer in `\(text)`")
                continue
            }
            #expect(status == expected)
        }
    }

    @Test func `bytes behind an answer that nobody asked for are malformed`() {
        var reader = AnswerReader()
        guard case .malformed = reader.read(ByteBuffer(string: Self.answer + "more")) else {
            Issue.record("bytes nobody asked for were passed over")
            return
        }
    }

    @Test func `a whole answer is handed out where it is kept`() {
        var reader = AnswerReader()
        reader.keepsBytes = true
        _ = reader.read(ByteBuffer(string: String(Self.answer.prefix(30))))
        _ = reader.read(ByteBuffer(string: String(Self.answer.dropFirst(30))))
        #expect(reader.takeBytes().map { String(buffer: $0) } == Self.answer)
        #expect(reader.takeBytes() == nil)
    }
}
