import Domain
import Foundation
import SampleWorld
import Sealing
import Storage
import StorageSQLite
import Testing
import VitrineTesting

@testable import Disclosure

/// Every erasure ends, whatever call of a store fails under it.
@Suite(.timeLimit(.minutes(5))) struct ErasureFaultTests {
    /// More than the calls of an erasure that change files.
    private static let mostCalls = 40

    @Test(arguments: StoreWatch.Moment.allCases, [false, true])
    func `whatever call fails, the erasure ends after a restart or when asked again, with the same certificate`(
        moment: StoreWatch.Moment, isRestarted: Bool
    ) async throws {
        var faults = 0
        for call in 0..<Self.mostCalls {
            let ground = try await ErasureGround()
            let addresses = try await ground.addresses()
            let handle = try World.handle("ada")
            ground.watch.fail(after: call, moment)
            let outcome: Result<Erasure.Status?, any Error>
            do {
                outcome = .success(try await ground.erasure.erase(handle))
            } catch {
                outcome = .failure(error)
            }
            guard ground.watch.wasMet() else {
                try await ground.expectFinished(#require(try outcome.get()?.id), addresses)
                break
            }
            faults += 1
            var id: String?
            if case .failure(let error) = outcome { id = (error as? Erasure.Unfinished)?.id }
            if case .success(let status) = outcome { id = status?.id }
            if isRestarted { try await ground.restart() }
            var isKnown = false
            if let id, isRestarted { isKnown = try await ground.erasure.status(id) != nil }
            // What had not reached the disk is begun now.
            if !isKnown, let asked = try await ground.erasure.erase(handle) { id = asked.id }
            try await ground.expectFinished(#require(id, "call \(call)"), addresses)
        }
        #expect(faults >= 8 && faults < Self.mostCalls)
    }

    @Test func `an erasure under a reader that holds the log says so, and ends when the reader is gone`() async throws {
        let ground = try await ErasureGround()
        let addresses = try await ground.addresses()
        ground.watch.holdLog(true)
        let error = await #expect(throws: Erasure.Unfinished.self) {
            try await ground.erasure.erase(World.handle("ada"))
        }
        let unfinished = try #require(error)
        #expect(try await ground.erasure.unfinishedCount() == 1)
        #expect(try await ground.world.point.people.find(World.handle("ada")) == nil)
        #expect(try ground.residue(of: addresses) > 0, "the search finds what is there")
        ground.watch.holdLog(false)
        #expect(try await ground.erasure.resume() == 0)
        try await ground.expectFinished(unfinished.id, addresses)
    }

    @Test func `a handle that is asked for again is answered only when nothing of its owner is left`() async throws {
        let ground = try await ErasureGround()
        let addresses = try await ground.addresses()
        let handle = try World.handle("ada")
        ground.watch.holdLog(true)
        for _ in 0..<2 {
            await #expect(throws: Erasure.Unfinished.self) { try await ground.world.point.people.remove(handle) }
        }
        ground.watch.holdLog(false)
        let id = try #require(try await ground.world.point.people.remove(handle))
        try await ground.expectFinished(id, addresses)
        #expect(try await ground.world.point.people.remove(handle) == nil)
    }

    @Test func `a certificate is kept until it is acknowledged, or for ninety days, and then it is in no file`()
        async throws
    {
        for isAcknowledged in [false, true] {
            let ground = try await ErasureGround()
            let id = try #require(try await ground.erasure.erase(World.handle("ada"))?.id)
            let record = Set([RecordName.erasure(1, part: 0), .erasure(1, part: 1)].map(ground.world.keys.address))
            try await ground.restart()
            #expect(try await ground.erasure.status(id)?.told != nil)
            if isAcknowledged {
                #expect(try await ground.erasure.acknowledge(id) == .acknowledged)
                #expect(try await ground.erasure.acknowledge(id) == nil)
            } else {
                let end = ground.world.clock.now.advanced(bySeconds: 90 * 86_400)
                ground.world.clock.set(end)
                #expect(try await ground.world.point.retention.eraseExpired().certificates == 0)
                ground.world.clock.set(end.advanced(bySeconds: 1))
                #expect(try await ground.world.point.retention.eraseExpired().certificates == 1)
            }
            #expect(try await ground.erasure.status(id) == nil)
            #expect(try ground.residue(of: record, atLeast: 3) == 0)
        }
    }
}
