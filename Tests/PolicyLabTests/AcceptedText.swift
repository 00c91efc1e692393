import Foundation
import Testing

/// A text as it was accepted, in a file.
///
/// With `VITRINE_RECORD_SNAPSHOTS` in the environment the files are written instead of compared.
enum AcceptedText {
    static func check(_ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["VITRINE_RECORD_SNAPSHOTS"] != nil {
            try Data(text.utf8).write(to: file)
            return
        }
        let accepted = try? String(contentsOf: file, encoding: .utf8)
        #expect(accepted == text, "differs from \(file.lastPathComponent)", sourceLocation: sourceLocation)
    }
}
