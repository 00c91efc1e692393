import Foundation
import Testing

@testable import Audit

@Suite struct NeedleTests {
    private func found(_ needles: Needles, in bytes: [UInt8]) -> [(place: Int, kind: NeedleKind, form: NeedleForm)] {
        let index = NeedleIndex(needles)
        var found: [(place: Int, kind: NeedleKind, form: NeedleForm)] = []
        bytes.withUnsafeBytes { buffer in
            index.scan(buffer, in: 0..<buffer.count) { place, number in
                let needle = needles.needles[number]
                found.append((place, needle.kind, needle.form))
            }
        }
        return found
    }

    @Test(arguments: 0..<7) func `a text is found in base64 wherever it begins, and to the last byte`(before: Int) {
        var needles = Needles()
        needles.add("person-000123", .handle, subject: 0)
        let whole = Data(repeating: 0x7A, count: before) + Data("person-000123".utf8) + Data("tail".utf8)
        #expect(found(needles, in: Array(whole.base64EncodedData())).map(\.form) == [.base64])
        let plain = Array(repeating: UInt8(0x7A), count: before) + Array("person-000123".utf8)
        let hit = found(needles, in: plain)
        #expect(hit.map(\.form) == [.utf8])
        #expect(hit.map(\.place) == [before])
    }

    @Test func `short, middling and long needles are found beside each other`() {
        var needles = Needles()
        for text in ["ada", "cleo", "benjamin", "benjamin-the-second"] { needles.add(text, .handle, subject: 0) }
        let hits = found(needles, in: Array("xadacleobenjamin-the-secondada".utf8))
        #expect(hits.map(\.place).sorted() == [1, 4, 8, 8, 27])
    }

    @Test func `numbers are found in both orders, and needles that end alike are told apart`() {
        var needles = Needles()
        needles.add(UInt64(0x0102_0304_0506_0708), .person, subject: 0)
        for number in 0..<500 { needles.add("2017-01-\(number)T10:00:00", .name, subject: 0) }
        let bytes: [UInt8] = [9, 1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3, 2, 1]
        #expect(found(needles, in: bytes).map(\.form) == [.bigEndian, .littleEndian])
        #expect(found(needles, in: Array("at 2017-01-77T10:00:00".utf8)).count == 1)
    }

    @Test func `what two forms have in common is one needle`() {
        var needles = Needles()
        needles.add("ada-lovelace", .handle, subject: 0)
        needles.add("ada-lovelace", .name, subject: 1)
        #expect(found(needles, in: Array("ada-lovelace".utf8)).map(\.kind) == [.handle])
    }
}
