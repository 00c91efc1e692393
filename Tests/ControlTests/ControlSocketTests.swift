import Foundation
import Testing

@testable import Control

@Suite(.timeLimit(.minutes(5))) struct ControlSocketTests {
    private static let echo: ControlServer.Handler = { request, _ in request }

    @Test func `the socket is for its owner alone`() async throws {
        try await withSocketPath { path in
            try await serving(at: path, handler: Self.echo) { _ in
                var status = stat()
                #expect(lstat(path, &status) == 0)
                #expect(status.st_mode & 0o777 == 0o600)
            }
        }
    }

    @Test func `a socket that a killed process left is replaced`() async throws {
        try await withSocketPath { path in
            close(try ControlSocket.listen(at: path))
            #expect(FileManager.default.fileExists(atPath: path))
            await #expect(throws: ControlError.nobodyListening) {
                try await call(path, [1])
            }
            try await serving(at: path, handler: Self.echo) { _ in
                let answer = try await call(path, [1])
                #expect(answer == [1])
            }
        }
    }

    @Test func `a socket that somebody answers on is left alone`() async throws {
        try await withSocketPath { path in
            try await serving(at: path, handler: Self.echo) { _ in
                #expect(throws: ControlError.alreadyServed) { try ControlSocket.listen(at: path) }
                let answer = try await call(path, [1])
                #expect(answer == [1])
            }
        }
    }

    @Test func `a file that is no socket is left alone`() async throws {
        try await withSocketPath { path in
            try Data("x".utf8).write(to: URL(filePath: path))
            #expect(throws: ControlError.notASocket) { try ControlSocket.listen(at: path) }
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `without a server there is nobody`() async throws {
        try await withSocketPath { path in
            await #expect(throws: ControlError.nobodyListening) {
                try await ControlClient(path: path).withConnection { _ in }
            }
        }
    }

    @Test func `a path that is too long is explained`() async throws {
        let path = "/tmp/" + String(repeating: "x", count: 103)
        let error = ControlError.pathTooLong(length: 108, limit: 107)
        #expect(throws: error) { try ControlSocket.listen(at: path) }
        await #expect(throws: error) { try await ControlClient(path: path).withConnection { _ in } }
        #expect(error.description.contains("choose a data directory with a shorter path"))
    }
}
