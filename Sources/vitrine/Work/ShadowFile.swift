import Foundation
import PolicyLab

/// The file of shadow reports in a data directory: lines of JSON, no personal data, for its owner's eyes all the same.
struct ShadowFile: Sendable {
    let path: String

    /// What was reported so far; nothing yet when there is no file.
    func log() throws -> ShadowLog {
        guard FileManager.default.fileExists(atPath: path) else { return ShadowLog() }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("`\(path)` cannot be read", exitCode: .failure)
        }
        return ShadowLog(text: String(decoding: bytes, as: UTF8.self))
    }

    /// Adds a report; it is on disk when this returns.
    func append(_ report: ShadowReport) throws {
        if !FileManager.default.fileExists(atPath: path) {
            let isMade = FileManager.default.createFile(
                atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
            guard isMade else { throw CommandFailure("`\(path)` cannot be written", exitCode: .failure) }
        }
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure("`\(path)` cannot be written", exitCode: .failure)
        }
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: Data(try ShadowLog.addition(report).utf8))
        try file.synchronize()
    }
}

extension DataDirectory {
    /// What candidates would have changed, epoch by epoch.
    var shadowReports: ShadowFile { ShadowFile(path: path + "/shadow.jsonl") }
}
