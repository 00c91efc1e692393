import Domain
import PolicyEngine
import SampleWorld
import Testing

@testable import Disclosure

struct RecordTests {
    private static let seeds = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) }

    /// Whether every text cut short is refused, but for those that only lack padding and read the same.
    private func refusesTruncation(_ bytes: [UInt8], _ reads: ([UInt8]) throws -> Bool) -> Bool {
        // Every place near the beginning, and some of those behind.
        let places = Array(0..<min(bytes.count, 160)) + Array(stride(from: 160, to: bytes.count, by: 61))
        return places.allSatisfy { count in
            guard let isSame = try? reads(Array(bytes.prefix(count))) else { return true }
            return isSame && bytes[count...].allSatisfy { $0 == 0 }
        }
    }

    @Test(arguments: seeds) func `a head is read as it was written`(seed: UInt64) throws {
        var values = SampleRecordValues(seed: seed)
        let head = try values.head()
        let bytes = head.encoded()
        #expect(try Head(bytes.span) == head, "seed \(seed)")
        #expect(refusesTruncation(bytes) { try Head($0.span) == head }, "seed \(seed)")
    }

    @Test(arguments: seeds) func `a segment is read as it was written, and always as long`(seed: UInt64) throws {
        var values = SampleRecordValues(seed: seed)
        let segment = values.segment()
        let bytes = segment.encoded()
        #expect(bytes.count == 1 + Segment.capacity * PurchaseFacts.byteCount)
        #expect(Segment().encoded().count == bytes.count)
        #expect(try Segment(bytes.span).facts == segment.facts, "seed \(seed)")
        for count in [0, 1, 40, bytes.count - 1] {
            #expect(throws: RecordFormatError.truncated) { try Segment(Array(bytes.prefix(count)).span) }
        }
    }

    @Test(arguments: seeds) func `a purchase is read as it was written`(seed: UInt64) throws {
        var values = SampleRecordValues(seed: seed)
        let bytes = try values.purchase()
        #expect(try OpenedPurchase(bytes.span).encoded() == bytes, "seed \(seed)")
        #expect(refusesTruncation(bytes) { try OpenedPurchase($0.span).encoded().isEmpty }, "seed \(seed)")
    }

    @Test(arguments: seeds) func `a consent is read as it was written`(seed: UInt64) throws {
        var values = SampleRecordValues(seed: seed)
        let consent = values.consent()
        var writer = RecordWriter()
        consent.write(to: &writer)
        let bytes = writer.bytes
        var cursor = RecordCursor()
        #expect(try Consent(&cursor, in: bytes.span) == consent, "seed \(seed)")
        let isRefused = refusesTruncation(bytes) { bytes in
            var cursor = RecordCursor()
            _ = try Consent(&cursor, in: bytes.span)
            return false
        }
        #expect(isRefused, "seed \(seed)")
    }

    @Test(arguments: seeds) func `a token is read as it was written`(seed: UInt64) throws {
        var values = SampleRecordValues(seed: seed)
        let token = values.token()
        let bytes = token.encoded()
        #expect(try AccessToken(bytes.span) == token, "seed \(seed)")
        #expect(refusesTruncation(bytes) { try AccessToken($0.span).id.isEmpty }, "seed \(seed)")
    }

    @Test func `a location is read as it was written`() throws {
        let location = PurchaseLocation(owner: PersonID(rawValue: 7), isWithheld: true, ordinal: 4_000_000_000)
        let bytes = location.encoded()
        #expect(try PurchaseLocation(bytes.span) == location)
        #expect(refusesTruncation(bytes) { try PurchaseLocation($0.span).ordinal == 1 })
    }

    @Test func `a version that is not known is refused`() throws {
        var values = SampleRecordValues(seed: 1)
        let error = RecordFormatError.unknownVersion(9)
        func next(_ bytes: [UInt8]) -> [UInt8] { [9] + bytes.dropFirst() }
        let head = next(try values.head().encoded())
        let segment = next(values.segment().encoded())
        let purchase = next(try values.purchase())
        let token = next(values.token().encoded())
        let location = next(PurchaseLocation(owner: PersonID(rawValue: 7), isWithheld: false, ordinal: 0).encoded())
        #expect(throws: error) { try Head(head.span) }
        #expect(throws: error) { try Segment(segment.span) }
        #expect(throws: error) { _ = try OpenedPurchase(purchase.span).encoded() }
        #expect(throws: error) { try AccessToken(token.span) }
        #expect(throws: error) { try PurchaseLocation(location.span) }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt8])
    func `a head of an earlier version is read as one of which nothing is known that came later`(version: UInt8) throws
    {
        var values = SampleRecordValues(seed: 2)
        var head = try values.head()
        head.open.counters = [3, 4].map { WriteCounter(era: 0, count: $0) }
        head.withheld.counters = [WriteCounter(era: 0, count: 5)]
        head.shopCounter = WriteCounter(era: 0, count: 6)
        if version < 3 {
            head.sealedGeneration = 1
            head.open.base = 0
            head.withheld.base = 0
        }
        if version < 2 { head.settledRaise = 0 }
        head.lostRemains = 0
        let bytes = head.encoded()
        /// The bytes in which a head differs when all bits of a field are set.
        func place(_ set: (inout Head) -> Void) throws -> Range<Int> {
            var other = head
            set(&other)
            let marked = other.encoded()
            let differing = bytes.indices.filter { bytes[$0] != marked[$0] }
            return try #require(differing.first)..<(#require(differing.last) + 1)
        }
        /// What did not fit into the shorter counters.
        let long = UInt64.max << 32
        var later = [try place { $0.lostRemains = .max }]
        if version < 4 {
            later += [
                try place { $0.open.counters[0] = WriteCounter(number: long | 3) },
                try place { $0.open.counters[1] = WriteCounter(number: long | 4) },
                try place { $0.withheld.counters[0] = WriteCounter(number: long | 5) },
                try place { $0.shopCounter = WriteCounter(number: long | 6) },
            ]
        }
        if version < 3 {
            later += [
                try place { $0.open.base = .max }, try place { $0.withheld.base = .max },
                try place { $0.sealedGeneration = .max - 1 },
            ]
        }
        if version < 2 { later.append(try place { $0.settledRaise = .max }) }
        #expect(later.map(\.count).reduce(0, +) == [40, 32, 20, 4][Int(version) - 1])
        var earlier = bytes
        earlier[0] = version
        for range in later.sorted(by: { $0.lowerBound > $1.lowerBound }) { earlier.removeSubrange(range) }
        #expect(try Head(earlier.span) == head)
    }

    @Test func `a person numbered zero, a flag that is neither and a length out of bounds are refused`() throws {
        #expect(throws: RecordFormatError.malformed) {
            try PurchaseLocation(([1] + Array(repeating: 0, count: 13)).span)
        }
        var cursor = RecordCursor()
        let flag: [UInt8] = [2]
        #expect(throws: RecordFormatError.malformed) { try cursor.flag(in: flag.span) }
        let text: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 65]
        var start = RecordCursor()
        #expect(throws: RecordFormatError.truncated) { try start.text(in: text.span) }
        var list = RecordCursor()
        #expect(throws: RecordFormatError.truncated) {
            let numbers = try list.list(in: text.span) { (cursor) throws(RecordFormatError) -> UInt8 in
                try cursor.number(in: text.span)
            }
            #expect(numbers.isEmpty)
        }
        let broken: [UInt8] = [1, 0, 0, 0, 0xC3]
        var third = RecordCursor()
        #expect(throws: RecordFormatError.malformed) { try third.text(in: broken.span) }
    }

    @Test func `an override that is not known hides`() {
        #expect(ItemOverride(rawValue: 7) == nil)
        for override in [ItemOverride.none, .hidden, .atMost(.friends)] {
            #expect(ItemOverride(rawValue: override.rawValue) == override)
        }
        #expect(Audience.others.allSatisfy { !ItemOverride.hidden.admits($0) })
        #expect(Audience.others.filter { ItemOverride.atMost(.friends).admits($0) } == [.closeFriends, .friends])
    }

    @Test func `how many people a head lists shows in few sizes only`() throws {
        var sizes: Set<Int> = []
        for count in [0, 1, 30, 64] {
            var head = Head(
                id: PersonID(rawValue: 1), handle: try World.handle("ada"), name: "Ada", zone: .utc, isMinor: false)
            for number in 0..<count {
                head.friends[PersonID(rawValue: UInt64(number + 1))] = Head.Friendship(
                    visibleFrom: Instant(seconds: 0), isClose: false)
            }
            sizes.insert(head.encoded().count)
        }
        #expect(sizes.count == 1)
    }
}
