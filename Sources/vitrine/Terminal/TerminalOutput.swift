import Foundation

/// Where a command talks to whoever started it.
struct TerminalOutput: Sendable {
    /// Whether what is written can be overwritten.
    let isTerminal: Bool
    /// How many cells a line has.
    let width: @Sendable () -> Int
    let write: @Sendable (String) -> Void

    /// Standard error; standard output is for results.
    static let standardError = TerminalOutput(
        isTerminal: isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb",
        width: { Self.columns(of: STDERR_FILENO) ?? 80 },
        write: { FileHandle.standardError.write(Data($0.utf8)) })

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
