import Foundation
import Testing

/// A text as it was accepted, in a file named for it.
///
/// With `VITRINE_RECORD_SNAPSHOTS` in the environment the files are written instead of compared.
enum Snapshot {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    static func check(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = directory.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["VITRINE_RECORD_SNAPSHOTS"] != nil {
            try Data(text.utf8).write(to: file)
            return
        }
        let accepted = try? String(contentsOf: file, encoding: .utf8)
        #expect(accepted == text, "differs from \(file.lastPathComponent)", sourceLocation: sourceLocation)
    }
}
