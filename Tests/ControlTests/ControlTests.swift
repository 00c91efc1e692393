import Foundation
import ServiceLifecycle
import Synchronization
import Testing

@testable import Control

@Suite(.timeLimit(.minutes(5))) struct ControlTests {
    private static let echo: ControlServer.Handler = { request, progress in
        for byte in request { try await progress([byte]) }
        return request
    }

    @Test func `a request is answered with its progress and its result`() async throws {
        try await withSocketPath { path in
            try await serving(at: path, handler: Self.echo) { _ in
                try await ControlClient(path: path).withConnection { connection in
                    var seen: [[UInt8]] = []
                    let result = try await connection.call([1, 2, 3]) { seen.append($0) }
                    #expect(result == [1, 2, 3])
                    #expect(seen == [[1], [2], [3]])
                }
            }
        }
    }

    @Test func `many requests follow each other on one connection, empty ones too`() async throws {
        try await withSocketPath { path in
            try await serving(at: path, handler: { request, _ in request.reversed() }) { _ in
                try await ControlClient(path: path).withConnection { connection in
                    for length in [0, 1, 5, 70_000, 3_000_000] {
                        let request = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
                        let answer = try await connection.call(request)
                        #expect(answer == request.reversed())
                    }
                }
            }
        }
    }

    @Test func `connections are served at once`() async throws {
        try await withSocketPath { path in
            let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
            let (openings, opening) = AsyncStream.makeStream(of: Void.self)
            let handler: ControlServer.Handler = { request, _ in
                if request == [1] {
                    arrival.yield()
                    for await _ in openings { break }
                }
                return request
            }
            try await serving(at: path, handler: handler) { _ in
                async let slow = call(path, [1])
                for await _ in arrivals { break }
                let answer = try await call(path, [2])
                #expect(answer == [2])
                opening.yield()
                #expect(try await slow == [1])
            }
        }
    }

    @Test func `a failure keeps its payload, any other error loses its text`() async throws {
        struct PersonalError: Error { let handle = "ada" }
        try await withSocketPath { path in
            let handler: ControlServer.Handler = { request, _ in
                switch request.first {
                case 1: throw ControlFailure(payload: [7, 8])
                case 2: throw PersonalError()
                default: return request
                }
            }
            try await serving(at: path, handler: handler) { _ in
                try await ControlClient(path: path).withConnection { connection in
                    await #expect(throws: ControlFailure(payload: [7, 8])) { try await connection.call([1]) }
                    await #expect(throws: ControlFailure(payload: [])) { try await connection.call([2]) }
                    let answer = try await connection.call([3])
                    #expect(answer == [3])
                }
            }
        }
    }

    @Test func `a shutdown finishes what was begun, lets idle connections go and removes the socket`() async throws {
        try await withSocketPath { path in
            let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
            let handler: ControlServer.Handler = { request, progress in
                arrival.yield()
                try await gracefulShutdown()
                try await progress([9])
                return request
            }
            try await serving(at: path, handler: handler) { group in
                try await ControlClient(path: path).withConnection { idle in
                    try await ControlClient(path: path).withConnection { busy in
                        async let shutdown: Void = Self.shutDown(group, once: arrivals)
                        let answer = try await busy.call([1])
                        #expect(answer == [1])
                        await shutdown
                        await #expect(throws: ControlError.connectionClosed) { try await busy.call([2]) }
                    }
                    await #expect(throws: ControlError.connectionClosed) { try await idle.call([3]) }
                }
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    private static func shutDown(_ group: ServiceGroup, once arrivals: AsyncStream<Void>) async {
        for await _ in arrivals { break }
        await group.triggerGracefulShutdown()
    }

    @Test func `messages above the limit are refused on either side`() async throws {
        try await withSocketPath { path in
            try await serving(at: path, maximumLength: 100, handler: { _, _ in [UInt8](repeating: 0, count: 100) }) {
                _ in
                try await ControlClient(path: path, maximumLength: 100).withConnection { connection in
                    await #expect(throws: ControlError.frameTooLong(limit: 100)) {
                        try await connection.call([UInt8](repeating: 0, count: 101))
                    }
                    await #expect(throws: ControlFailure(payload: [])) { try await connection.call([1]) }
                }
                try await ControlClient(path: path).withConnection { connection in
                    await #expect(throws: ControlError.connectionClosed) {
                        try await connection.call([UInt8](repeating: 0, count: 101))
                    }
                    await #expect(throws: ControlError.connectionSpent) { try await connection.call([1]) }
                }
            }
        }
    }

    @Test func `another account is not answered`() async throws {
        try await withSocketPath { path in
            let calls = Mutex(0)
            try await serving(
                at: path, account: geteuid() + 1,
                handler: { request, _ in
                    calls.withLock { $0 += 1 }
                    return request
                }
            ) { _ in
                await #expect(throws: ControlError.connectionClosed) {
                    try await call(path, [1])
                }
            }
            #expect(calls.withLock(\.self) == 0)
        }
    }
}
