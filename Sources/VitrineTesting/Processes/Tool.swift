public import Foundation

/// A tool of the system, run to its end.
///
/// Waits for the process itself. `Process.waitUntilExit()` waits for a socket to close that other children, started at the
/// same time, may hold open: where these wait in turn for the thread that waits, nothing goes on.
public enum Tool {
    public struct DidNotStartError: Error {
        public let code: Int32
    }

    public struct Outcome {
        /// The exit code; of one that a signal ended, 128 and the signal.
        public let status: Int32
        /// Standard output, and standard error where that was asked for.
        public let output: Data
    }

    /// Runs a tool that is found by `PATH`; what it writes goes through a file, never through a pipe that others may hold.
    public static func run(_ words: [String], withErrors: Bool = false) throws -> Outcome {
        let directory = try TemporaryDirectory()
        let file = directory.path("output")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        if withErrors {
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        // Nothing of what others have open at this moment is to live on in the tool.
        for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
        guard code == 0 else { throw DidNotStartError(code: code) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 {
            guard errno == EINTR else { throw DidNotStartError(code: errno) }
        }
        let ended = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Outcome(status: ended, output: try Data(contentsOf: URL(filePath: file)))
    }
}
