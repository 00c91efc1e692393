import Foundation
import Tabular
import Testing

@Suite struct InputTests {
    @Test(arguments: [
        ("x.csv", TabularFormat.csv), ("dir.d/x.TSV", .tsv), ("x.jsonl", .jsonLines), ("x.ndjson", .jsonLines),
        ("-", nil as TabularFormat?), ("x.csv/plain", nil), ("x.xlsx", nil),
    ])
    func `the extension tells the format`(path: String, format: TabularFormat?) {
        #expect(TabularFormat(path: path) == format)
    }

    @Test func `a format that nothing tells is asked for`() {
        #expect(throws: TabularError.unknownFormat) { try TabularReader(path: "-", fields: []) }
    }

    @Test func `a file is read with its size and position`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("a,b\n1,2\n3,4\n".utf8).write(to: URL(filePath: path))
        let reader = try TabularReader(path: path, fields: FriendshipRow.fields)
        #expect(reader.totalBytes == 12)
        #expect(reader.bytesRead == 4)
        #expect(try reader.next() != nil)
        #expect(reader.bytesRead == 8)
        #expect(try reader.next() != nil)
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
        #expect(reader.bytesRead == 12)
    }

    @Test func `a file that is not there is told by its cause`() {
        #expect(throws: TabularError.cannotOpen(code: ENOENT)) {
            try TabularReader(path: "/nonexistent/x.csv", fields: [])
        }
    }

    @Test func `compressed input is refused with what to do`() {
        #expect(throws: TabularError.compressed) {
            try TabularReader(bytes: [0x1F, 0x8B, 0x08, 0], format: .csv, fields: [])
        }
    }

    @Test(arguments: [TabularFormat.csv, .tsv, .jsonLines])
    func `a line that never ends is passed over as one fault`(format: TabularFormat) throws {
        let long = String(repeating: "x", count: TabularLimits.recordLength + 1)
        let (header, last) = format == .jsonLines ? ("", #"{"a":1}"#) : ("a\n", "1")
        let rows = summary(try read("\(header)\(long)\n\(last)\n", as: format))
        #expect(rows.count == 2)
        #expect(rows[0].contains("longer than 1024 KiB"))
        #expect(rows[1].hasSuffix("1|-"))
    }

    @Test func `nothing behind a quote that is never closed is a row`() throws {
        let tail = String(repeating: "1,2\n", count: 300_000)
        let rows = try summary(read("a,b\n3,4\n\"x,2\n\(tail)", as: .csv))
        #expect(rows.count == 2 && rows[0] == "2: 3|4")
        #expect(rows[1].hasPrefix("line 3: ") && rows[1].contains("never closed"))
    }

    @Test func `a field that is too long is a fault`() throws {
        let long = String(repeating: "x", count: TabularLimits.fieldLength + 1)
        #expect(try summary(read("a\n\(long)\n1\n", as: .csv)) == ["line 2: column 1 is longer than 64 KiB", "3: 1|-"])
        #expect(
            try summary(read("{\"a\":\"\(long)\"}\n", as: .jsonLines)) == ["line 1: a string is longer than 64 KiB"])
    }
}
