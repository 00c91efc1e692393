import Domain

/// What is kept about the keys beside them: which generation, what is under way, what was done when.
struct KeyState: Hashable {
    private static let version: UInt8 = 2
    /// Without what stopped a re-sealing.
    private static let firstVersion: UInt8 = 1

    /// The generation that records are sealed under.
    var generation: UInt32 = 1
    /// Whether records of the generation before are still to be sealed anew.
    var isResealing = false
    /// Whether the re-sealing under way has come to its end but for what does not open.
    var isStopped = false
    /// The policy under which purchases were last distributed to what is open and what is withheld; empty when none was
    /// noted.
    var policy = ""
    /// The policy in force when the re-sealing under way was begun.
    var policyUnderWay = ""
    var resealingBegunAt: Instant?
    var resealedAt: Instant?
    var rotatedAt: Instant?
    /// Rises with every export.
    var exportCounter: UInt64 = 0
    var exportedAt: Instant?

    init() {}

    /// While everything is sealed anew there are records of the generation before.
    var oldestGeneration: UInt32 { isResealing ? generation - 1 : generation }

    func encoded() -> [UInt8] {
        var writer = RecordWriter(reserving: 256)
        writer.put(Self.version)
        writer.put(generation)
        writer.put(isResealing)
        writer.put(policy)
        writer.put(policyUnderWay)
        for instant in [resealingBegunAt, resealedAt, rotatedAt, exportedAt] {
            writer.put(instant != nil)
            writer.put(instant?.seconds ?? 0)
        }
        writer.put(exportCounter)
        writer.put(isStopped)
        return writer.bytes
    }

    init(_ bytes: Span<UInt8>) throws(RecordFormatError) {
        var cursor = RecordCursor()
        let version = try cursor.number(UInt8.self, in: bytes)
        guard version == Self.version || version == Self.firstVersion else { throw .unknownVersion(version) }
        generation = try cursor.number(in: bytes)
        isResealing = try cursor.flag(in: bytes)
        policy = try cursor.text(in: bytes)
        policyUnderWay = try cursor.text(in: bytes)
        resealingBegunAt = try Self.instant(&cursor, in: bytes)
        resealedAt = try Self.instant(&cursor, in: bytes)
        rotatedAt = try Self.instant(&cursor, in: bytes)
        exportedAt = try Self.instant(&cursor, in: bytes)
        exportCounter = try cursor.number(in: bytes)
        if version > Self.firstVersion { isStopped = try cursor.flag(in: bytes) }
    }

    private static func instant(
        _ cursor: inout RecordCursor, in bytes: Span<UInt8>
    ) throws(RecordFormatError) -> Instant? {
        let isThere = try cursor.flag(in: bytes)
        let instant = Instant(seconds: try cursor.number(in: bytes))
        return isThere ? instant : nil
    }
}
