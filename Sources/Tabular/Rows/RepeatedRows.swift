/// The keys of a table under which two rows or more differ.
///
/// Memory is bounded: digests of at most ``limit`` keys are kept at a time, and a table with more is read once more for
/// each further part of its keys.
public struct RepeatedRows: Sendable {
    /// Keys that are remembered at a time; they take about 50 MB.
    public static let limit = 1_000_000

    private struct First {
        var digest: Int
        var line: Int32
    }

    /// The lines of the first row and of the first that differs from it, by the digest of the key.
    private var lines: [Int: (first: Int32, other: Int32)] = [:]

    /// Reads a table from its beginning, as often as its length needs.
    ///
    /// Rows that cannot be read, or have no key, are passed over.
    public init(
        limit: Int = Self.limit, key: (Row) -> String?, open: () throws(TabularError) -> TabularReader
    ) throws(TabularError) {
        var parts = 1
        var part = 0
        while part < parts {
            var seen: [Int: First] = [:]
            let reader = try open()
            while let row = try reader.next() {
                guard case .success(let row) = row, let digest = key(row).map(Self.digest),
                    Self.part(of: digest, among: parts) == part
                else { continue }
                if let first = seen[digest] {
                    guard first.digest != row.digest, lines[digest] == nil else { continue }
                    lines[digest] = (first.line, Int32(clamping: row.line))
                    continue
                }
                if seen.count >= limit {
                    parts *= 2
                    seen = seen.filter { Self.part(of: $0.key, among: parts) == part }
                    guard Self.part(of: digest, among: parts) == part else { continue }
                }
                seen[digest] = First(digest: row.digest, line: Int32(clamping: row.line))
            }
            part += 1
        }
    }

    /// The line of another row of the same key that differs; `nil` if there is none.
    public func line(otherThan row: Row, key: String) -> Int? {
        lines[Self.digest(key)].map { Int($0.first) == row.line ? Int($0.other) : Int($0.first) }
    }

    /// Seeded anew by every process, so that nobody can choose keys that collide.
    private static func digest(_ key: String) -> Int {
        var hasher = Hasher()
        hasher.combine(key)
        return hasher.finalize()
    }

    /// The number of parts is a power of two.
    private static func part(of digest: Int, among parts: Int) -> Int { digest & (parts - 1) }
}

extension Row {
    /// A digest of the fields that were asked for.
    fileprivate var digest: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}
