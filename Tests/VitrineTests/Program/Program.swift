import Foundation
import VitrineTesting

/// The program as it was built, run as a process of its own.
enum Program {
    /// The build puts it beside the tests.
    static let path: String = {
        let tests = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appending(path: "vitrine").path(percentEncoded: false)
    }()

    /// What a run came to.
    struct Outcome {
        let exit: ChildProcess.Exit
        let output: String
        let errors: String
    }

    /// Few at a time: more only wait for each other, and each takes memory.
    private static let turnstile = Turnstile(places: 3)

    /// Runs it to the end; what the tests' own settings say does not reach it.
    static func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await turnstile.pass {
            // Files, as another process may hold the end of a pipe open for longer than the one that is asked.
            let directory = try TemporaryDirectory()
            let (output, errors) = (directory.path("output"), directory.path("errors"))
            for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
            var source = FileHandle.nullDevice
            if let input {
                try Data(input.utf8).write(to: URL(filePath: directory.path("input")))
                source = try FileHandle(forReadingFrom: URL(filePath: directory.path("input")))
            }
            let child = try ChildProcess(
                arguments, environment: environment, input: source,
                output: try FileHandle(forWritingTo: URL(filePath: output)),
                errors: try FileHandle(forWritingTo: URL(filePath: errors)))
            let exit = await child.exit
            return Outcome(
                exit: exit, output: try String(contentsOf: URL(filePath: output), encoding: .utf8),
                errors: try String(contentsOf: URL(filePath: errors), encoding: .utf8))
        }
    }
}
