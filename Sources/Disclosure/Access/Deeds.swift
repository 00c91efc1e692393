public import Domain
@_spi(EnforcementPoint) import Sealing

/// A request of a person that makes something new, by the idempotency key that it carries.
///
/// Holds keyed digests only.
public struct Deed: Hashable, Sendable {
    let person: PersonID
    /// Of method, path and idempotency key.
    let name: [UInt8]
    let body: [UInt8]
}

/// The answers to requests that made something new, so that a request sent again makes nothing more.
///
/// Kept with the person, sealed under their key and written together with what was made, so that it survives a restart
/// and goes when they are erased. No export holds it. Bounded: see ``mostKept`` and ``lifetime``.
public struct Deeds: Sendable {
    /// How long an answer is kept, in seconds.
    public static let lifetime: Int64 = 24 * 3600
    /// How many answers are kept of one person; the oldest give way.
    public static let mostKept = 64

    let point: EnforcementPoint

    /// What is known of a deed.
    public enum Finding: Sendable {
        case unknown
        /// It was done, and this was answered.
        case done(Prepared<[UInt8]>)
        /// Its key was used for the same, but with another body.
        case otherBody
    }

    public func deed(of person: PersonID, method: String, path: String, key: String, body: [UInt8]) -> Deed {
        let owner = withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }
        func digest(_ parts: [[UInt8]]) -> [UInt8] {
            point.vault.keys.digest(.tie, [Array("deed".utf8), owner] + parts)
        }
        return Deed(
            person: person, name: digest([Array(method.utf8), Array(path.utf8), Array(key.utf8)]), body: digest([body]))
    }

    /// Looks a deed up; one that was done longer ago than ``lifetime`` is unknown.
    public func finding(_ deed: Deed) async throws(VaultError) -> Finding {
        let reading = point.reading(for: deed.person)
        guard try await reading.head(of: deed.person) != nil,
            let keys = try await point.vault.ownerKeys(of: deed.person)
        else { return .unknown }
        let kept = try await point.vault.counted(
            [.deeds(of: deed.person)], with: { _ in keys.open }, [KeptAnswerToDeed].init)[0]
        guard let known = kept?.last(where: { $0.name == deed.name && $0.isGood(at: point.vault.clock.now) }) else {
            return .unknown
        }
        return known.body == deed.body ? .done(reading.prepared(known.answer)) : .otherBody
    }
}

/// The answer to a deed as it is kept.
struct KeptAnswerToDeed: Hashable {
    let name: [UInt8]
    let body: [UInt8]
    let at: Instant
    let answer: [UInt8]

    func isGood(at now: Instant) -> Bool { now < at.advanced(bySeconds: Deeds.lifetime) }
}

extension [KeptAnswerToDeed] {
    private static var version: UInt8 { 1 }

    func encoded() -> [UInt8] {
        var writer = RecordWriter()
        writer.put(Self.version)
        writer.put(self) { writer, kept in
            for bytes in [kept.name, kept.body, kept.answer] { writer.put(bytes) { $0.put($1) } }
            writer.put(kept.at.seconds)
        }
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version else { throw .unknownVersion(version) }
        self = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            var parts: [[UInt8]] = []
            for _ in 0..<3 {
                parts.append(
                    try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
                        try cursor.number(UInt8.self, in: bytes)
                    })
            }
            return KeptAnswerToDeed(
                name: parts[0], body: parts[1], at: Instant(seconds: try cursor.number(Int64.self, in: bytes)),
                answer: parts[2])
        }
    }
}

extension RecordName {
    /// The answers to what a person did under idempotency keys.
    static func deeds(of person: PersonID) -> RecordName {
        RecordName(kind: .idempotency, owner: person, keyClass: .open, discriminator: .number(0))
    }
}

extension WriteTransaction {
    /// Keeps the answer to a deed, together with what the deed writes.
    func keep(_ answer: [UInt8], to deed: Deed) async throws(VaultError) {
        let now = vault.clock.now
        let keys = try await keys(of: deed.person)
        let name = try await current(.deeds(of: deed.person))
        // Answers that do not open are lost: what is sent again is then done again.
        var kept = vault.open(try await box(name), as: name, with: keys.open, [KeptAnswerToDeed].init) ?? []
        kept.removeAll { !$0.isGood(at: now) || $0.name == deed.name }
        kept.append(KeptAnswerToDeed(name: deed.name, body: deed.body, at: now, answer: answer))
        put(
            Array(kept.suffix(Deeds.mostKept)).encoded(), as: try await raised(.deeds(of: deed.person)),
            with: keys.open)
    }
}
