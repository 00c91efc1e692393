import Domain
import PolicyEngine

extension Head {
    private static let version: UInt8 = 5
    /// Lists are padded to these lengths, so that a head's size tells only between which of them its longest list lies.
    private static let steps = [64, 512, 5_120]
    private static let friendSize = 17

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 2048)
        writer.put(Self.version)
        writer.put(id.rawValue)
        writer.put(handle.text)
        writer.put(name)
        writer.put(zone.identifier)
        writer.put(isMinor)
        writer.put(generation)
        writer.put(historyCount)
        writer.put(shopCounter.number)
        writer.put(settledRaise)
        for ledger in [open, withheld] {
            writer.put(ledger.slots)
            writer.put(ledger.counters) { $0.put($1.number) }
            writer.put(ledger.base)
        }
        writer.put(sealedGeneration)
        writer.put(lostRemains)
        consent.write(to: &writer)
        writer.put(friends)
        blocks.write(to: &writer)
        mutes.write(to: &writer)
        writer.put(severed)
        let listed = friends.count + severed.count + blocks.count + mutes.count
        let step = Self.steps.first { listed <= $0 } ?? listed
        writer.pad(to: writer.bytes.count + (step - listed) * Self.friendSize)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard 1...Self.version ~= version else { throw .unknownVersion(version) }
        let id = try cursor.person(in: bytes)
        guard let handle = Handle(try cursor.text(in: bytes)) else { throw .malformed }
        let name = try cursor.text(in: bytes)
        guard let zone = Zone(try cursor.text(in: bytes)) else { throw .malformed }
        self.init(id: id, handle: handle, name: name, zone: zone, isMinor: try cursor.flag(in: bytes))
        generation = try cursor.number(in: bytes)
        historyCount = try cursor.number(in: bytes)
        shopCounter = try cursor.counter(version, in: bytes)
        // Before version 2 nothing was ever settled.
        if version > 1 { settledRaise = try cursor.number(in: bytes) }
        open = try Self.ledger(&cursor, version, in: bytes)
        withheld = try Self.ledger(&cursor, version, in: bytes)
        if version > 2 { sealedGeneration = try cursor.number(in: bytes) }
        // Before version 5 nothing remained of purchases that were gone.
        if version > 4 { lostRemains = try cursor.number(in: bytes) }
        consent = try Consent(&cursor, in: bytes)
        friends = try cursor.friends(in: bytes)
        blocks = try NamedPeople(&cursor, in: bytes)
        mutes = try NamedPeople(&cursor, in: bytes)
        // Before version 5 a block left the friendship where it was.
        if version > 4 { severed = try cursor.people(in: bytes) }
    }

    private static func ledger(
        _ cursor: inout RecordCursor, _ version: UInt8, in bytes: Span<UInt8>
    ) throws(RecordFormatError) -> Ledger {
        let slots = try cursor.number(UInt32.self, in: bytes)
        let counters = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            try cursor.counter(version, in: bytes)
        }
        let base = version > 2 ? try cursor.number(UInt32.self, in: bytes) : 0
        return Ledger(slots: slots, counters: counters, base: base)
    }
}

extension RecordWriter {
    mutating func put(_ people: Set<PersonID>) {
        put(people.sorted()) { $0.put($1.rawValue) }
    }

    mutating func put(_ friends: [PersonID: Head.Friendship]) {
        put(friends.sorted { $0.key < $1.key }) { writer, friend in
            writer.put(friend.key.rawValue)
            writer.put(friend.value.visibleFrom.seconds)
            writer.put(friend.value.isClose)
        }
    }
}

extension RecordCursor {
    /// Before version 4 there were no eras.
    fileprivate mutating func counter(
        _ version: UInt8, in bytes: Span<UInt8>
    ) throws(RecordFormatError) -> WriteCounter {
        WriteCounter(
            number: version > 3
                ? try number(UInt64.self, in: bytes) : UInt64(try number(UInt32.self, in: bytes)))
    }

    mutating func person(in bytes: Span<UInt8>) throws(RecordFormatError) -> PersonID {
        let number = try number(UInt64.self, in: bytes)
        guard number != 0 else { throw .malformed }
        return PersonID(rawValue: number)
    }

    mutating func people(in bytes: Span<UInt8>) throws(RecordFormatError) -> Set<PersonID> {
        Set(try list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.person(in: bytes) })
    }

    mutating func friends(in bytes: Span<UInt8>) throws(RecordFormatError) -> [PersonID: Head.Friendship] {
        let friends = try list(in: bytes) { (cursor) throws(RecordFormatError) in
            let friend = try cursor.person(in: bytes)
            let visibleFrom = try Instant(seconds: cursor.number(in: bytes))
            return (friend, Head.Friendship(visibleFrom: visibleFrom, isClose: try cursor.flag(in: bytes)))
        }
        return Dictionary(friends) { first, _ in first }
    }
}
