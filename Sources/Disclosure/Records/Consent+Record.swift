import Domain
import PolicyEngine

extension Consent {
    func write(to writer: inout RecordWriter) {
        writer.put(sharing != nil)
        if let sharing {
            writer.put(sharing.since.seconds)
            sharing.stamp.write(to: &writer)
        }
        writer.put(classes.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, entry in
            writer.put(entry.key.rawValue)
            entry.value.write(to: &writer)
        }
        writer.put(Setting.all.compactMap { setting in choices[setting].map { (setting, $0) } }) { writer, entry in
            writer.put(entry.0.audience.rawValue)
            writer.put(entry.0.tier.rawValue)
            writer.put(entry.1.level.rawValue)
            writer.put(entry.1.disclosure.code)
            entry.1.stamp.write(to: &writer)
        }
        writer.put(privateSpans) { writer, span in
            writer.put(span.from.seconds)
            writer.put(span.until.seconds)
        }
    }

    init(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError) {
        self.init()
        if try cursor.flag(in: bytes) {
            let since = try Instant(seconds: cursor.number(in: bytes))
            sharing = Sharing(since: since, stamp: try ConsentStamp(&cursor, in: bytes))
        }
        for (code, stamp) in try cursor.list(
            in: bytes,
            { (cursor) throws(RecordFormatError) in
                (try ClassCode(rawValue: cursor.number(in: bytes)), try ConsentStamp(&cursor, in: bytes))
            })
        {
            classes[code] = stamp
        }
        let entries = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            guard let audience = Audience(rawValue: try cursor.number(in: bytes)),
                let tier = Tier(rawValue: try cursor.number(in: bytes)),
                let level = Level(rawValue: try cursor.text(in: bytes)),
                let disclosure = Disclosure(code: try cursor.number(in: bytes))
            else { throw .malformed }
            let stamp = try ConsentStamp(&cursor, in: bytes)
            return (
                Setting(audience: audience, tier: tier), Choice(level: level, disclosure: disclosure, stamp: stamp)
            )
        }
        for (setting, choice) in entries { choices[setting] = choice }
        privateSpans = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let from = try Instant(seconds: cursor.number(in: bytes))
            return PrivateSpan(from: from, until: try Instant(seconds: cursor.number(in: bytes)))
        }
    }
}

extension ConsentStamp {
    func write(to writer: inout RecordWriter) {
        writer.put(revision)
        writer.put(at.seconds)
    }

    init(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError) {
        let revision = try cursor.number(UInt32.self, in: bytes)
        self.init(revision: revision, at: try Instant(seconds: cursor.number(in: bytes)))
    }
}
