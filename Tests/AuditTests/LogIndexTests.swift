import Foundation
import Testing

@testable import Audit

/// An index of a log, written as SQLite writes it.
@Suite struct LogIndexTests {
    private static let firstWord = 136
    private let pages: [UInt32] = (0..<64).map { 0xAF58 + $0 }

    /// Lays numbers of pages behind the header, and whatever is asked for over it.
    private func index(over bytes: [UInt8] = [], at place: Int = 0) throws -> (LogIndex, FileBytes) {
        var content = [UInt8](repeating: 0, count: 65536)
        for (position, page) in pages.enumerated() {
            withUnsafeBytes(of: page) {
                content.replaceSubrange(Self.firstWord + 4 * position..<Self.firstWord + 4 * position + 4, with: $0)
            }
        }
        content.replaceSubrange(place..<place + bytes.count, with: bytes)
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).db-shm").path
        try Data(content).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try FileBytes(path: path, name: "vitrine.db-shm")
        return (LogIndex(file, pageCount: 50_000), file)
    }

    @Test func `numbers of pages that read as an instant are taken for what they are`() throws {
        let (index, file) = try index()
        let instant = Self.firstWord + 1..<Self.firstWord + 9
        #expect(file.bytes(instant).contains(0xAF))
        #expect(index.explains(instant))
        #expect(index.explains(40_000 + 16_384..<40_000 + 16_400))
    }

    @Test(arguments: ["person-000123", "tea!"]) func `a text within is a leak`(text: String) throws {
        for place in [Self.firstWord + 2, Self.firstWord + 41, 32_768 + 100, 20_001] {
            let (index, _) = try index(over: Array(text.utf8), at: place)
            #expect(!index.explains(place..<place + text.utf8.count), "at \(place)")
        }
    }

    @Test func `a number beyond the pages of the database is a leak`() throws {
        let place = Self.firstWord + 16
        let (index, _) = try index(over: [0x58, 0x69, 0x1B, 0x80], at: place)
        #expect(!index.explains(place..<place + 4))
        #expect(!index.explains(place - 4..<place + 4))
        #expect(index.explains(place - 4..<place))
    }

    @Test func `the header, what lies past the end, and nothing at all are explained by nothing`() throws {
        let (index, file) = try index()
        #expect(!index.explains(0..<8))
        #expect(!index.explains(Self.firstWord - 2..<Self.firstWord + 6))
        #expect(!index.explains(file.count - 2..<file.count + 2))
        #expect(!index.explains(200..<200))
    }
}
