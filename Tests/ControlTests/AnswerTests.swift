import Testing

@testable import Control

@Suite struct AnswerTests {
    @Test(arguments: [Answer.progress([]), .result([1, 2]), .failure([3])])
    func `an answer survives its frame`(answer: Answer) throws {
        #expect(try Answer(frame: answer.frame) == answer)
    }

    @Test(arguments: [[], [0], [4, 1]] as [[UInt8]])
    func `a frame of another kind is malformed`(frame: [UInt8]) {
        #expect(throws: ControlError.malformedFrame) { try Answer(frame: frame) }
    }
}
