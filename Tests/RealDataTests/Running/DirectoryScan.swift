import Foundation
import GRDB

/// Looks for anything personal that lies in clear in a data directory.
struct DirectoryScan {
    /// Magic, version and key generation, which every box has alike.
    private static let headerLength = 7
    private static let sample = 1500

    let directory: URL
    private(set) var byteCount = 0

    init(_ directory: URL) {
        self.directory = directory
    }

    private var files: [URL] {
        let found = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: [.isRegularFileKey])
        return (found?.allObjects as? [URL] ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }

    /// Every handle, name and order id that a file holds, with the file.
    mutating func inClear(orders: Set<String>) throws -> [String] {
        var found: [String] = []
        for file in files {
            let content = try Data(contentsOf: file)
            byteCount += content.count
            for text in ["person-00", "Person 00", "person 00"] where content.range(of: Data(text.utf8)) != nil {
                found.append("\(file.lastPathComponent): \(text)")
            }
            for order in Self.numbers(in: content) where orders.contains(order) {
                found.append("\(file.lastPathComponent): order \(order)")
            }
        }
        return found
    }

    /// The runs of eleven digits, which is how long the order ids are.
    private static func numbers(in content: Data) -> [String] {
        let length = 11
        var numbers: [String] = []
        let bytes = [UInt8](content)
        func isDigit(_ position: Int) -> Bool { bytes[position] >= 0x30 && bytes[position] <= 0x39 }
        // A run of eleven has a byte at every eleventh place.
        var place = length - 1
        while place < bytes.count {
            if isDigit(place) {
                var start = place
                while start > 0, isDigit(start - 1) { start -= 1 }
                var end = place
                while end + 1 < bytes.count, isDigit(end + 1) { end += 1 }
                for first in start..<max(start, end - length + 2) {
                    numbers.append(String(decoding: bytes[first..<first + length], as: UTF8.self))
                }
            }
            place += length
        }
        return numbers
    }

    /// Where boxes or addresses are not what chance would make them, in words.
    ///
    /// The files are copied as they are, and read from the copy.
    func unevenness() throws -> [String] {
        let copy = directory.deletingLastPathComponent().appending(path: "copy")
        try? FileManager.default.removeItem(at: copy)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for file in files where file.path.hasSuffix(".db") || file.path.hasSuffix(".db-wal") {
            try FileManager.default.copyItem(at: file, to: copy.appending(path: file.lastPathComponent))
        }
        return try unevenness(copy.appending(path: "vitrine.db"), "sealed")
            + unevenness(copy.appending(path: "keys.db"), "wraps")
    }

    private func unevenness(_ file: URL, _ table: String) throws -> [String] {
        let queue = try DatabaseQueue(path: file.path)
        defer { try? queue.close() }
        return try queue.read { database in
            // Rows come in the order of their addresses, so these are taken from all over.
            let all = try Data.fetchAll(database, sql: "SELECT address FROM \(table)")
            let step = max(1, all.count / Self.sample)
            let addresses = stride(from: 0, to: all.count, by: step).map { all[$0] }
            var faults = Self.uneven(addresses, from: 0).map { "\(table), addresses: \($0)" }
            var headers: Set<Data> = []
            for length in try Int.fetchAll(database, sql: "SELECT DISTINCT length(box) FROM \(table)") {
                let boxes = try Data.fetchAll(
                    database, sql: "SELECT box FROM \(table) WHERE length(box) = ? LIMIT \(Self.sample)",
                    arguments: [length])
                for box in boxes { headers.insert(Data(box.prefix(Self.headerLength))) }
                faults += Self.uneven(boxes, from: Self.headerLength).map { "\(table), \(length) bytes: \($0)" }
            }
            if headers.count != 1 { faults.append("\(table): \(headers.count) different headers") }
            return faults
        }
    }

    /// The places at which a value is far too frequent; a few boxes say nothing.
    private static func uneven(_ sample: [Data], from start: Int) -> [String] {
        guard sample.count >= 200, let length = sample.first?.count else { return [] }
        let boxes = sample.map { [UInt8]($0) }
        let mean = Double(boxes.count) / 256
        // Ten deviations and ten more: chance does not come near it at any of the places.
        let limit = Int(mean + 10 * mean.squareRoot() + 10)
        return (start..<length).compactMap { place in
            var counts = [Int](repeating: 0, count: 256)
            for box in boxes { counts[Int(box[place])] += 1 }
            let most = counts.max() ?? 0
            return most > limit ? "byte \(place) has one value \(most) times of \(boxes.count)" : nil
        }
    }
}
