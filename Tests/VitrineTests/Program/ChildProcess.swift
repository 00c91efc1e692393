import Foundation

/// A run of the program, reaped when it ends.
final class ChildProcess: Sendable {
    /// How a process ended.
    enum Exit: Equatable {
        case code(Int32)
        case signal(Int32)
    }

    private let process: Process
    private let ending = Promised<Exit>()

    /// Starts it.
    ///
    /// Variables of the environment that set something up for the tests are left out.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: FileHandle, output: FileHandle,
        errors: FileHandle
    ) throws {
        process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = arguments
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("VITRINE_") }
        process.environment = inherited.merging(["COLUMNS": "100"]) { $1 }.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        process.terminationHandler = { [ending] process in
            ending.keep(
                process.terminationReason == .exit
                    ? .code(process.terminationStatus) : .signal(process.terminationStatus))
        }
        try process.run()
        // It has ends of its own, and Foundation keeps these for as long as this program runs.
        for handle in [output, errors] where handle !== FileHandle.nullDevice { try? handle.close() }
    }

    var identifier: Int32 { process.processIdentifier }

    /// How it ends; it is killed when whoever waits is given up.
    var exit: Exit {
        get async {
            await withTaskCancellationHandler {
                await ending.value
            } onCancel: {
                send(SIGKILL)
            }
        }
    }

    func whenItEnds(_ body: @escaping @Sendable () -> Void) {
        Task { [ending] in
            _ = await ending.value
            body()
        }
    }

    func send(_ signal: Int32) {
        guard !ending.isKept else { return }
        kill(process.processIdentifier, signal)
    }
}
