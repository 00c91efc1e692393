import Foundation
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// An erasure over HTTP: told true at every step, and its certificate is never lost.
@Suite struct ErasureServiceTests {
    private struct Told: Decodable {
        let id: String
        let state: String
        let certificate: ErasureCertificate?
        let salt: String?
    }

    private func told(_ answer: RawAnswer) throws -> Told {
        try JSONDecoder().decode(Told.self, from: Data(answer.body.utf8))
    }

    @Test func `the answer has the certificate, which its id fetches again without a token until it is acknowledged`()
        async throws
    {
        try await ServiceWorld.run { world in
            let answer = try await world.send("DELETE", "/v1/me", as: "ada")
            #expect(answer.status == 200)
            let first = try told(answer)
            #expect(first.state == "clean" && first.salt != nil)
            let id = try #require(answer.headers["vitrine-erasure"])
            #expect(id == first.id)
            #expect(try await world.send("DELETE", "/v1/me", as: "ada").status == 401)
            let path = "/v1/erasures/\(id)"
            let again = try told(try await world.server.api.request("GET", path, token: nil))
            #expect(again.certificate == first.certificate && again.salt == first.salt)
            #expect(try await world.server.api.request("DELETE", path, token: nil).status == 204)
            for method in ["GET", "DELETE"] {
                #expect(try await world.server.api.request(method, path, token: nil).status == 404)
            }
            #expect(try await world.server.api.request("GET", "/v1/erasures/er_AAAA", token: nil).status == 404)
        }
    }

    @Test func `an erasure that cannot be finished is answered as such, with the id by which it is asked after`()
        async throws
    {
        let watch = StoreWatch()
        try await ServiceWorld.run(over: { WatchedStore($0, watch) }) { world, _ in
            watch.holdLog(true)
            let refused = try await world.send("DELETE", "/v1/me", as: "ada")
            #expect(refused.status == 503 && refused.headers["retry-after"] != nil)
            let path = "/v1/erasures/\(try #require(refused.headers["vitrine-erasure"]))"
            #expect(try await world.send("DELETE", "/v1/me", as: "ada").status == 401)
            let waiting = try told(try await world.server.api.request("GET", path, token: nil))
            #expect(waiting.state == "records-gone" && waiting.certificate == nil && waiting.salt == nil)
            #expect(try await world.server.api.request("DELETE", path, token: nil).status == 409)
            #expect(try await world.send("DELETE", "/v1/people/ada", as: "shop").status == 503)
            watch.holdLog(false)
            let done = try await world.send("DELETE", "/v1/people/ada", as: "shop")
            #expect(done.status == 204 && done.headers["vitrine-erasure"] == waiting.id)
            let told = try told(try await world.server.api.request("GET", path, token: nil))
            #expect(told.state == "clean" && told.certificate != nil)
            #expect(try await world.send("DELETE", "/v1/people/ada", as: "shop").headers["vitrine-erasure"] == nil)
        }
    }
}
