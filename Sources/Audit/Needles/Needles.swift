/// Everything that must not stand in clear, in every form in which it might, as it is collected.
///
/// Sensitivity: personal through and through; for the operator's own audit, never written or logged.
public struct Needles: Sendable {
    struct Needle {
        var start: UInt32
        var length: UInt8
        var kind: NeedleKind
        var form: NeedleForm
        /// Whose it is, or which canary.
        var subject: UInt32
    }

    /// Longer ones are looked for by their beginning.
    static let longest = 64

    private(set) var bytes: [UInt8] = []
    private(set) var needles: [Needle] = []
    /// How many things there are of each kind, whatever the number of their forms.
    public private(set) var counts: [NeedleKind: Int] = [:]

    public init() {}

    /// A text, in UTF-8, UTF-16, base64 and hexadecimal.
    public mutating func add(_ text: String, _ kind: NeedleKind, subject: UInt32) {
        guard !text.isEmpty else { return }
        counts[kind, default: 0] += 1
        for (form, bytes) in NeedleForm.forms(of: text) { insert(bytes, kind, form, subject) }
        if kind == .order, let number = UInt64(text), number > UInt64(UInt32.max) {
            for (form, bytes) in NeedleForm.forms(of: number).prefix(2) { insert(bytes, kind, form, subject) }
        }
    }

    /// A number of eight bytes, in both orders, decimal, base64 and hexadecimal.
    public mutating func add(_ number: UInt64, _ kind: NeedleKind, subject: UInt32) {
        counts[kind, default: 0] += 1
        for (form, bytes) in NeedleForm.forms(of: number) { insert(bytes, kind, form, subject) }
    }

    /// Bytes, bare, in base64 and hexadecimal.
    public mutating func add(_ bytes: [UInt8], _ kind: NeedleKind, subject: UInt32) {
        counts[kind, default: 0] += 1
        for (form, bytes) in [(NeedleForm.bytes, bytes)] + NeedleForm.encoded(bytes) {
            insert(bytes, kind, form, subject)
        }
    }

    /// An instant in seconds, as a number and as its RFC 3339 text, and beside a price in minor units.
    public mutating func add(instant seconds: Int64, text: String, price: Int64, subject: UInt32) {
        counts[.instant, default: 0] += 1
        counts[.priceAndInstant, default: 0] += 1
        let forms = NeedleForm.forms(of: UInt64(bitPattern: seconds)).prefix(3)
        for (form, bytes) in forms { insert(bytes, .instant, form, subject) }
        // Without the zone, and with a blank where SQL has one.
        let local = text.prefix(19)
        insert(Array(local.utf8), .instant, .utf8, subject)
        insert(Array(local.replacing("T", with: " ").utf8), .instant, .utf8, subject)
        // As columns of a row: the shortest numbers, big-endian, in both orders.
        let amount = Self.shortest(price)
        let instant = Self.shortest(seconds)
        insert(amount + instant, .priceAndInstant, .bigEndian, subject)
        insert(instant + amount, .priceAndInstant, .bigEndian, subject)
    }

    private static func shortest(_ number: Int64) -> [UInt8] {
        let width = [1, 2, 3, 4, 6].first { number < Int64(1) << Int64(8 * $0 - 1) } ?? 8
        return (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> Int64(8 * $0)) }
    }

    private mutating func insert(_ content: [UInt8], _ kind: NeedleKind, _ form: NeedleForm, _ subject: UInt32) {
        let kept = content.prefix(Self.longest)
        needles.append(
            Needle(start: UInt32(bytes.count), length: UInt8(kept.count), kind: kind, form: form, subject: subject))
        bytes.append(contentsOf: kept)
    }
}
