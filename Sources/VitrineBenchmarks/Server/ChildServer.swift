import Foundation

/// A server in a process of its own, which says on its first line where it listens.
final class ChildServer {
    let port: Int
    let processID: Int32
    /// From the start of the process until it said that it listens.
    let startup: Duration
    /// When the process was started.
    let started: ContinuousClock.Instant
    private let process: Process
    private let output: Pipe

    /// Starts a program; `prefix` is what stands before `HOST:PORT` on its first line.
    init(_ path: String, _ arguments: [String], prefix: String) throws {
        process = Process()
        output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        started = ContinuousClock.now
        try process.run()
        processID = process.processIdentifier
        var line = ""
        while !line.contains("\n") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { throw BenchFailure("`\(path)` ended before it listened") }
            line += String(decoding: bytes, as: UTF8.self)
        }
        startup = ContinuousClock.now - started
        guard let found = line.range(of: prefix),
            let port = Int(line[found.upperBound...].drop { $0 != ":" }.dropFirst().prefix { $0.isNumber })
        else {
            process.terminate()
            throw BenchFailure("`\(path)` said `\(line)`, not where it listens")
        }
        self.port = port
    }

    /// The real server over a data directory.
    static func vitrine(_ program: Program, _ world: BenchWorld) throws -> ChildServer {
        try ChildServer(
            program.path,
            [
                "serve", "--data", world.folder.data, "--clock", world.readAt, "--listen", "127.0.0.1:0",
                "--operations-listen", "127.0.0.1:0",
            ], prefix: "serving http://")
    }

    /// The same server stack with an answer that is ready.
    static func ready(_ head: AnswerHead) throws -> ChildServer {
        let fields = head.fields.filter { !ReadyBody.ownFields.contains($0.name.lowercased()) }
        return try ChildServer(
            Program.own.path,
            ["ready", "--length", "\(head.bodyLength)"] + fields.flatMap { ["--field", "\($0.name): \($0.value)"] },
            prefix: "ready http://")
    }

    /// Asks it to stop, and waits until it has.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
