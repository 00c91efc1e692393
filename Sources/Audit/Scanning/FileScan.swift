/// Looks for needles in one file, whatever it is.
struct FileScan {
    let index: NeedleIndex
    let clear: ClearText
    let chance: Chance

    /// Hits that are kept of one file; more say nothing new.
    private static let limit = 10_000
    private static let chunk = 4 << 20

    struct Outcome: Sendable {
        var hits: [Hit] = []
        /// How many needles are part of what stands in clear on purpose.
        var coincidences = 0
        var byteCount = 0
    }

    /// `spot` says what a range belongs to, and whether what lies there stands in clear on purpose.
    func scan(_ file: FileBytes, spot: @escaping @Sendable (Range<Int>) -> (Spot, isClear: Bool)) async -> Outcome {
        let ranges = stride(from: 0, to: file.count, by: Self.chunk).map { $0..<min(file.count, $0 + Self.chunk) }
        var outcome = Outcome(byteCount: file.count)
        await withTaskGroup(of: Outcome.self) { group in
            for range in ranges {
                group.addTask { scan(file, range, spot) }
            }
            for await part in group {
                outcome.hits += part.hits.prefix(max(0, Self.limit - outcome.hits.count))
                outcome.coincidences += part.coincidences
            }
        }
        outcome.hits.sort { $0.offset < $1.offset }
        return outcome
    }

    private func scan(
        _ file: FileBytes, _ range: Range<Int>, _ spot: (Range<Int>) -> (Spot, isClear: Bool)
    ) -> Outcome {
        var outcome = Outcome()
        file.withBytes { bytes in
            index.scan(bytes, in: range) { start, number in
                let needle = index.needles.needles[number]
                let place = start..<start + Int(needle.length)
                let (spot, isClear) = spot(place)
                if needle.kind != .canary, isClear || clear.explains(place, in: bytes) {
                    outcome.coincidences += 1
                } else if chance.counts(place, in: bytes), outcome.hits.count < Self.limit {
                    outcome.hits.append(
                        Hit(kind: needle.kind, form: needle.form, subject: needle.subject, offset: start, spot: spot))
                }
            }
        }
        return outcome
    }
}
