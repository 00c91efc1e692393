import Foundation

/// The shadow reports of a data directory, as lines of JSON.
public struct ShadowLog: Sendable, Equatable {
    /// Oldest first.
    public private(set) var reports: [ShadowReport] = []
    /// Lines that are no report: what a power cut left unfinished.
    public private(set) var unreadableLines = 0

    public init() {}

    /// Takes the text of the file; lines that are no report are passed over and counted.
    public init(text: String) {
        for line in text.split(separator: "\n") {
            if let report = try? JSONDecoder().decode(ShadowReport.self, from: Data(line.utf8)) {
                reports.append(report)
            } else {
                unreadableLines += 1
            }
        }
    }

    /// Whether an epoch was reported for these two revisions.
    func contains(epoch: String, live: String, shadow: String) -> Bool {
        reports.contains { $0.epoch == epoch && $0.liveRevision == live && $0.shadowRevision == shadow }
    }

    public mutating func append(_ report: ShadowReport) {
        reports.append(report)
    }

    /// What is to be added to a file for a report.
    ///
    /// The leading line end closes a line that was left unfinished; empty lines mean nothing.
    public static func addition(_ report: ShadowReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return "\n" + String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }
}
