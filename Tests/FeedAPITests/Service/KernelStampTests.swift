import Foundation
import Synchronization
import Testing

@testable import FeedAPI

/// A narrowing raced by readers, by the clock of the kernel that receives both (attack A18).
///
/// `VITRINE_STAMP_ROUNDS` sets how often the owner narrows and widens; 40 without it.
@Suite(.timeLimit(.minutes(5))) struct KernelStampTests {
    /// The state that the threads share.
    private final class Race: Sendable {
        let isOver = Atomic(false)
        let told = Mutex<(stale: [Stale], all: Int)>(([], 0))
    }

    private struct Stale {
        let first: Int64
        let last: Int64
    }

    private static let rounds = ProcessInfo.processInfo.environment["VITRINE_STAMP_ROUNDS"].flatMap { Int($0) } ?? 40

    /// Runs blocking work on a thread of its own.
    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    @Test func `no byte of what was narrowed arrives between the acknowledgement and the next widening`() async throws {
        var limits = ServingLimits()
        limits.requestsPerWindow = 1_000_000
        try await ServiceWorld.run(limits: limits) { world in
            try await world.adaShares()
            let port = world.server.api.port
            let (ada, readers) = (try #require(world.tokens["ada"]), ["ben", "cleo"].compactMap { world.tokens[$0] })
            let race = Race()
            let rounds = Self.rounds
            let windows = try await withThrowingTaskGroup(of: Void.self) { group in
                for token in readers + readers {
                    group.addTask {
                        try await onThread {
                            var connection = try StampedConnection(port: port)
                            while !race.isOver.load(ordering: .relaxed) {
                                let answer = try connection.ask("GET", "/v1/feed", token: token)
                                let isStale = answer.text.contains("Kettle")
                                // A narrowing that lost patience has cut it off.
                                if !answer.isWhole { connection = try StampedConnection(port: port) }
                                race.told.withLock { told in
                                    told.all += 1
                                    if isStale { told.stale.append(Stale(first: answer.first, last: answer.last)) }
                                }
                            }
                        }
                    }
                }
                let windows = try await onThread {
                    defer { race.isOver.store(true, ordering: .relaxed) }
                    let connection = try StampedConnection(port: port)
                    var windows: [(from: Int64, to: Int64)] = []
                    for _ in 0..<rounds {
                        let off = #"{"levels":{"friends":{"ordinary":"nothing"}}}"#
                        let narrowed = try connection.ask("PATCH", "/v1/me/visibility", token: ada, body: off)
                        let widening = StampedConnection.now()
                        let on = #"{"levels":{"friends":{"ordinary":"product"}}}"#
                        let widened = try connection.ask("PATCH", "/v1/me/visibility", token: ada, body: on)
                        guard narrowed.text.hasPrefix("HTTP/1.1 200"), widened.text.hasPrefix("HTTP/1.1 200") else {
                            throw StampedConnection.Failure(step: "narrowing")
                        }
                        windows.append((narrowed.first, widening))
                        // Readers get something to race with.
                        usleep(2_000)
                    }
                    return windows
                }
                try await group.waitForAll()
                return windows
            }
            let (stale, all) = race.told.withLock(\.self)
            #expect(windows.count == rounds && all > rounds && !stale.isEmpty && stale.allSatisfy { $0.first > 0 })
            for answer in stale {
                let late = windows.first { $0.from < answer.last && answer.first < $0.to }
                #expect(late == nil, "\(answer.last - (late?.from ?? 0)) ns after the acknowledgement")
            }
        }
    }
}
