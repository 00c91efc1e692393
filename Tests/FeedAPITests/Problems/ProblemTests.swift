import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Testing

@testable import FeedAPI

@Suite struct ProblemTests {
    @Test func `types are stable and told apart`() {
        #expect(Set(ProblemKind.allCases.map(\.type)).count == ProblemKind.allCases.count)
        #expect(ProblemKind.allCases.allSatisfy { $0.rawValue.allSatisfy { $0 == "-" || $0.isLowercase } })
    }

    @Test func `no fixed text needs escaping`() {
        let texts =
            ProblemKind.allCases.map(\.title) + FieldFault.allCases.map(\.rawValue) + Parameter.allCases.map(\.rawValue)
        for text in texts { #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) }
    }

    @Test(arguments: [
        (ProblemKind.notFound, #"{"type":"/problems/not-found","title":"Not found","status":404}"#),
        (.contentTooLarge, #"{"type":"/problems/content-too-large","title":"The body is too large","status":413}"#),
        (.overloaded, #"{"type":"/problems/overloaded","title":"The service is overloaded","status":503}"#),
    ])
    func `a document is the same to the byte`(kind: ProblemKind, document: String) {
        #expect(Problem(kind).document == document)
    }

    @Test func `a parameter is told by its name`() {
        #expect(
            Problem.parameter(.limit, .outOfBounds).document
                == #"{"type":"/problems/invalid-parameters","title":"A parameter of the request is not valid","status":400,"#
                + #""errors":[{"parameter":"limit","detail":"is out of bounds"}]}"#)
    }

    @Test(arguments: [
        (HTTPResponse.Status.notFound, ProblemKind.notFound), (.methodNotAllowed, .methodNotAllowed),
        (.contentTooLarge, .contentTooLarge), (.badRequest, .malformedRequest), (.imATeapot, .malformedRequest),
        (.badGateway, .unexpected),
    ])
    func `Hummingbird's own errors become problems without their message`(
        status: HTTPResponse.Status, kind: ProblemKind
    ) {
        let problem = Problem(mapping: HTTPError(status, message: "evil"), logger: LogCapture().logger)
        #expect(problem.kind == kind)
        #expect(!problem.document.contains("evil"))
    }
}

extension HTTPResponse.Status {
    fileprivate static let imATeapot = HTTPResponse.Status(code: 418)
}
