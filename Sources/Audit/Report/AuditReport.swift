import Foundation

/// What a thief of the files finds, and what is in clear on purpose.
public struct AuditReport: Sendable, Encodable {
    /// A file of the directory.
    public struct File: Sendable, Encodable {
        public let name: String
        public let bytes: Int
        /// What it is, in words.
        public let meaning: String
    }

    /// How many boxes of a size there are.
    public struct BoxSize: Sendable, Encodable {
        public let database: String
        public let bytes: Int
        public let count: Int
    }

    public internal(set) var files: [File] = []
    var tables: [DatabaseScan.TableFigures] = []
    public internal(set) var boxSizes: [BoxSize] = []
    /// Things looked for, by kind.
    public internal(set) var lookedFor: [String: Int] = [:]
    /// Forms too short to be looked for at all.
    public internal(set) var tooShort = 0
    /// Lengths, in bytes, at which a form counts only where what lies around it is no chance.
    public internal(set) var weakLengths: [Int] = []
    /// Forms that are part of what stands in clear on purpose.
    public internal(set) var coincidences = 0
    public internal(set) var scannedBytes = 0
    public internal(set) var freePages = 0
    /// Transactions that lie in the log: which boxes were written together can be told of these.
    public internal(set) var logTransactions = 0
    /// Boxes in freed space and in the log that are no records any more: former versions, and what was deleted.
    public internal(set) var formerBoxes = 0
    /// Boxes that no record of anybody leads to.
    public internal(set) var unnamedBoxes = 0
    public internal(set) var attempts: [Attempt] = []
    public internal(set) var size: StateSize?
    /// Ties purchases to owners by the order of writing.
    public internal(set) var clustering: Clustering?
    public internal(set) var findings: [AuditFinding] = []

    public var isClean: Bool { findings.isEmpty }

    /// The report for programs.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
