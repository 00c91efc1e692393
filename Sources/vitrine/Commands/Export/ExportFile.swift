import Foundation

/// The files that exports are written to and read from.
enum ExportFile {
    /// Writes a file of mode 0600 that was not there.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                errno == EEXIST ? "`\(path)` is there already" : "`\(path)` cannot be written",
                exitCode: errno == EEXIST ? .refused : .failure)
        }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(bytes))
        } catch {
            throw CommandFailure("`\(path)` cannot be written; is the disk full?", exitCode: .failure)
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("`\(path)` cannot be read", exitCode: .refused)
        }
        return Array(content)
    }

    /// A line of standard input, not shown while it is typed.
    static func passphrase() throws -> [UInt8] {
        var settings = termios()
        let isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &settings) == 0
        let before = settings
        if isTerminal {
            TerminalOutput.standardError.write("passphrase: ")
            settings.c_lflag &= ~tcflag_t(ECHO)
            _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        }
        let line = readLine(strippingNewline: true)
        if isTerminal {
            var before = before
            _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            TerminalOutput.standardError.write("\n")
        }
        guard let line, !line.isEmpty else {
            throw CommandFailure("no passphrase came on standard input", exitCode: .refused)
        }
        return Array(line.utf8)
    }
}
