/// A write counter: how often a record was written, and the era that the last of these writes fell into.
///
/// A new era begins whenever records of an earlier time are taken up, as after a restore or a write cut short. So no counter is given twice: a
/// box that was written since that time, and that somebody kept, opens under none that is given later.
struct WriteCounter: Hashable, Comparable {
    /// As it is bound into a box: the era in the upper 24 bits; zero for what was never written.
    let number: UInt64

    static let zero = WriteCounter(number: 0)
    private static let countBits: UInt64 = 40

    init(number: UInt64) {
        self.number = number
    }

    init(era: UInt32, count: UInt64) {
        number = UInt64(era) << Self.countBits | count
    }

    var era: UInt32 { UInt32(number >> Self.countBits) }
    var count: UInt64 { number & (1 << Self.countBits - 1) }

    /// That of the next write.
    func raised(in era: UInt32) -> WriteCounter { WriteCounter(era: era, count: count + 1) }

    static func < (left: WriteCounter, right: WriteCounter) -> Bool { left.number < right.number }
}
