import Foundation

/// Asks for a passphrase: in a file, or at the terminal without showing it.
enum Passphrase {
    private static let longest = 1024

    /// Errors: there is neither a file nor a terminal.
    static func read(_ prompt: String) throws -> [UInt8] {
        if let file = ProcessInfo.processInfo.environment[DataDirectory.passphraseFileVariable] {
            return try contents(of: file)
        }
        return try ask(prompt)
    }

    static func contents(of file: String) throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let mode = attributes?[.posixPermissions] as? Int, let bytes = FileManager.default.contents(atPath: file)
        else { throw CommandFailure("the passphrase file `\(file)` cannot be read", exitCode: .refused) }
        guard mode & 0o077 == 0 else {
            throw CommandFailure("others can read the passphrase file `\(file)`; `chmod 600` it", exitCode: .refused)
        }
        guard bytes.count <= longest else {
            throw CommandFailure("the passphrase file `\(file)` is longer than \(longest) bytes", exitCode: .refused)
        }
        return trimmed(Array(bytes))
    }

    /// Errors: there is no terminal.
    static func ask(_ prompt: String) throws -> [UInt8] {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else {
            throw CommandFailure(
                "there is no terminal to ask for the passphrase; name a file in `\(DataDirectory.passphraseFileVariable)`",
                exitCode: .refused)
        }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else {
            throw CommandFailure("the terminal cannot be told not to show the passphrase", exitCode: .failure)
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else {
            throw CommandFailure("the terminal cannot be told not to show the passphrase", exitCode: .failure)
        }
        defer {
            tcsetattr(terminal, TCSAFLUSH, &before)
            _ = write(terminal, "\n", 1)
        }
        _ = write(terminal, prompt, prompt.utf8.count)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(longest)
        var byte: UInt8 = 0
        while bytes.count < longest, Foundation.read(terminal, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
        return trimmed(bytes)
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return bytes
    }
}
