import Testing

@testable import FeedAPI

@Suite struct FieldReadingTests {
    private func errors(_ text: String) throws -> [String] {
        let value = try StrictJSON.parse(Array(text.utf8))
        do throws(Problem) {
            _ = try SampleEndpoints.visibility.decode(value)
            return []
        } catch {
            return error.errors.map { "\($0.location): \($0.fault.rawValue)" }
        }
    }

    @Test func `all faults are told at once, each where it is`() async throws {
        try await RunningServer.run { server in
            let answer = try await server.api.request(
                "PATCH", "/v1/me/visibility", token: TestAuthenticator.ada,
                body: #"{"until":"soon","closeFriends":["ben","Cleo",5],"wish":1,"hope":2}"#)
            #expect(answer.status == 400)
            #expect(
                answer.body
                    == #"{"type":"/problems/invalid-fields","title":"A field of the body is not valid","status":400,"#
                    + #""errors":[{"pointer":"/sharing","detail":"is missing"},"#
                    + #"{"pointer":"/until","detail":"is not well-formed"},"#
                    + #"{"pointer":"/closeFriends/1","detail":"is not well-formed"},"#
                    + #"{"pointer":"/closeFriends/2","detail":"must be a string"},"#
                    + #"{"pointer":"","detail":"has a field that is not known here"}]}"#)
        }
    }

    @Test func `null is a value only where it is one`() throws {
        #expect(try errors(#"{"sharing":true,"until":null}"#).isEmpty)
        #expect(try errors(#"{"sharing":null}"#).count == 1)
    }

    @Test func `no more faults are listed than a reader can use`() throws {
        let many = (0..<64).map { _ in "1" }.joined(separator: ",")
        #expect(try errors(#"{"sharing":true,"closeFriends":[\#(many)]}"#).count == Problem.maximumErrors)
    }
}
