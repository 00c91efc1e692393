import Foundation

/// A copy of an input that cannot be read twice, as of a pipe: in a file without a name, which is gone with the process.
///
/// Sensitivity: as personal as the input. The file lies in the directory for temporary files, readable by its owner only.
final class Spool {
    private let descriptor: Int32

    /// By which the copy can be opened from its beginning, as often as needed.
    var path: String { "/dev/fd/\(descriptor)" }

    /// Copies the input; `nil` if it is a file that can be read again.
    init?(unlessSeekable input: String) throws {
        if input != "-", Self.isFile(input) { return nil }
        let source = input == "-" ? dup(STDIN_FILENO) : open(input, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw CommandFailure("cannot open \(input): \(String(cString: strerror(errno)))", exitCode: .refused)
        }
        defer { close(source) }
        var template = Array((FileManager.default.temporaryDirectory.path + "/vitrine-import-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failure }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure }
            if count == 0 { break }
            try write(buffer[..<count])
        }
    }

    deinit { close(descriptor) }

    private func write(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure }
            rest = rest.dropFirst(count)
        }
    }

    private static func isFile(_ path: String) -> Bool {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    private static var failure: CommandFailure {
        CommandFailure(
            "the input cannot be copied to a temporary file, to be read twice: \(String(cString: strerror(errno)))",
            exitCode: .failure)
    }
}
