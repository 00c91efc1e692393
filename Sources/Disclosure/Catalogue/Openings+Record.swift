import Domain
import PolicyEngine
import Storage

/// Openings as they are kept among the noted changes of catalogue and policy; see ``Undo`` for the others.
enum NotedOpening {
    private static let version: UInt8 = 1
    private static let openings: UInt8 = 3
    private static let notice: UInt8 = 4
    /// For how long owners are told of a tick at which purchases were shown.
    static let noticeSeconds: Int64 = 366 * 86_400

    static func encoded(_ subjects: [Openings.Subject: ClassCode]) -> [UInt8] {
        var writer = RecordWriter()
        writer.put(version)
        writer.put(openings)
        writer.put(subjects) { writer, entry in
            writer.put(entry.value.rawValue)
            switch entry.key {
            case .form(let form):
                writer.put(UInt8(0))
                writer.put(form.label)
                writer.put(form.precision.rawValue)
                writer.put(form.isOfTelling)
                writer.put(form.brand)
                writer.put(form.band?.currency.code)
                if let band = form.band {
                    writer.put(band.from)
                    writer.put(band.to ?? -1)
                }
            case .place(let category, let precision, let isOfTelling):
                writer.put(UInt8(1))
                writer.put(category)
                writer.put(precision.rawValue)
                writer.put(isOfTelling)
            case .product(let number):
                writer.put(UInt8(2))
                writer.put(number)
            case .category(let number):
                writer.put(UInt8(3))
                writer.put(number)
            }
        }
        return writer.bytes
    }

    static func encodedNotice(of tick: Instant) -> [UInt8] {
        var writer = RecordWriter()
        writer.put(version)
        writer.put(notice)
        writer.put(tick.seconds)
        return writer.bytes
    }

    /// Takes the openings and notices out of the noted changes.
    static func read(_ noted: [(number: Int, raise: StoredRaise)], into openings: inout Openings)
        -> [(number: Int, raise: StoredRaise)]
    {
        noted.filter { noted in
            let bytes = noted.raise.undo
            guard bytes.count > 2, bytes[0] == version else { return true }
            switch bytes[1] {
            case self.openings:
                // What cannot be read is no opening, but a change of which nothing is known.
                guard let subjects = try? subjects(bytes.span) else { return true }
                openings.note(subjects, at: noted.raise.at, until: noted.raise.until)
                return false
            case notice:
                var cursor = RecordCursor()
                _ = try? cursor.number(UInt16.self, in: bytes.span)
                if let tick = try? cursor.number(Int64.self, in: bytes.span) {
                    openings.noteNotice(Instant(seconds: tick))
                }
                return false
            default: return true
            }
        }
    }

    private static func subjects(_ bytes: Span<UInt8>) throws(RecordFormatError) -> [Openings.Subject: ClassCode] {
        var cursor = RecordCursor()
        _ = try cursor.number(UInt16.self, in: bytes)
        let entries = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            let code = ClassCode(rawValue: try cursor.number(in: bytes))
            return (try subject(&cursor, bytes), code)
        }
        return Dictionary(entries) { first, _ in first }
    }

    private static func subject(
        _ cursor: inout RecordCursor, _ bytes: Span<UInt8>
    ) throws(RecordFormatError) -> Openings.Subject {
        func precision(_ cursor: inout RecordCursor) throws(RecordFormatError) -> ProductPrecision {
            guard let known = ProductPrecision(rawValue: try cursor.number(in: bytes)) else { throw .malformed }
            return known
        }
        switch try cursor.number(UInt8.self, in: bytes) {
        case 0:
            let label = try cursor.number(UInt32.self, in: bytes)
            let precision = try precision(&cursor)
            let isOfTelling = try cursor.flag(in: bytes)
            let brand = try cursor.optionalText(in: bytes)
            var band: PriceBand?
            if let code = try cursor.optionalText(in: bytes) {
                guard let currency = Currency(code) else { throw .malformed }
                let from = try cursor.number(Int64.self, in: bytes)
                let to = try cursor.number(Int64.self, in: bytes)
                band = PriceBand(currency: currency, from: from, to: to < 0 ? nil : to)
            }
            return .form(
                LabelForm(label: label, precision: precision, brand: brand, band: band, isOfTelling: isOfTelling))
        case 1:
            let category = try cursor.number(UInt32.self, in: bytes)
            return .place(category: category, try precision(&cursor), isOfTelling: try cursor.flag(in: bytes))
        case 2: return .product(try cursor.number(in: bytes))
        case 3: return .category(try cursor.number(in: bytes))
        default: throw .malformed
        }
    }
}
