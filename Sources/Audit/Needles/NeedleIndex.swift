/// Finds any of millions of needles in one pass over bytes.
///
/// Needles are found by their last eight, four or three bytes, which differ more than the first ones do (instants of one
/// month begin alike): a bit map says of almost every place that none ends there, a hash table leads to the few that might. An automaton over all of them (Aho–Corasick) would take some fifty
/// bytes for every byte of every needle.
final class NeedleIndex: Sendable {
    /// The needles whose last bytes, as many as the width says, are looked up together.
    private struct Group: Sendable {
        let width: Int
        let mask: UInt64
        let shift: UInt64
        let filter: [UInt64]
        /// Positions in `order` by the hash of the last bytes, `-1` where there is none.
        let table: [Int32]
        let tableShift: UInt64
        /// Where the group ends in `order`.
        let end: Int

        func mayEnd(_ word: UInt64) -> Bool {
            let bit = Group.hash(word & mask) >> shift
            return filter[Int(bit >> 6)] >> (bit & 63) & 1 == 1
        }

        static func hash(_ key: UInt64) -> UInt64 {
            let mixed = key &* 0x9E37_79B9_7F4A_7C15
            return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    /// Shorter ones occur everywhere by chance.
    static let shortest = 3

    let needles: Needles
    /// Needles too short to be looked for.
    let shortCount: Int
    /// How many different needles there are of each length.
    let countByLength: [Int: Int]
    private let order: [Int32]
    private let groups: [Group]

    init(_ needles: Needles) {
        self.needles = needles
        let bytes = needles.bytes
        let all = needles.needles
        func content(_ index: Int32) -> ArraySlice<UInt8> {
            let needle = all[Int(index)]
            return bytes[Int(needle.start)..<Int(needle.start) + Int(needle.length)]
        }
        var order: [Int32] = []
        var groups: [Group] = []
        var lengths: [Int: Int] = [:]
        for (width, range) in [(8, 8...255), (4, 4...7), (3, 3...3)] {
            var members = all.indices.filter { range.contains(Int(all[$0].length)) }.map {
                (Self.word(bytes, Int(all[$0].start) + Int(all[$0].length) - width, width), Int32($0))
            }
            members.sort { left, right in
                if left.0 != right.0 { return left.0 < right.0 }
                // The same needle of two kinds counts as the first of them.
                let (one, other) = (content(left.1), content(right.1))
                if one.lexicographicallyPrecedes(other) { return true }
                if other.lexicographicallyPrecedes(one) { return false }
                return all[Int(left.1)].kind.rawValue < all[Int(right.1)].kind.rawValue
            }
            var kept: [(UInt64, Int32)] = []
            for member in members {
                if let last = kept.last, content(last.1).elementsEqual(content(member.1)) { continue }
                kept.append(member)
                lengths[Int(all[Int(member.1)].length), default: 0] += 1
            }
            groups.append(Self.group(width: width, kept, startingAt: order.count))
            order += kept.map(\.1)
        }
        self.order = order
        self.groups = groups.filter { !$0.table.isEmpty }
        countByLength = lengths
        shortCount = all.count { $0.length < Self.shortest }
    }

    private static func word(_ bytes: [UInt8], _ start: Int, _ width: Int) -> UInt64 {
        (0..<width).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }

    private static func group(width: Int, _ members: [(UInt64, Int32)], startingAt first: Int) -> Group {
        let mask = width == 8 ? UInt64.max : 1 << UInt64(8 * width) - 1
        guard !members.isEmpty else {
            return Group(width: width, mask: mask, shift: 0, filter: [], table: [], tableShift: 0, end: first)
        }
        // Thirty-two bits a needle leave three places in a hundred to the table.
        let bits = max(10, 64 - (UInt64(members.count) * 32 - 1).leadingZeroBitCount)
        let tableBits = max(4, 64 - (UInt64(members.count) * 2 - 1).leadingZeroBitCount)
        var filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
        var table = [Int32](repeating: -1, count: 1 << tableBits)
        let (shift, tableShift) = (UInt64(64 - bits), UInt64(64 - tableBits))
        var previous: UInt64?
        for (offset, member) in members.enumerated() where member.0 != previous {
            previous = member.0
            let hash = Group.hash(member.0)
            let bit = hash >> shift
            filter[Int(bit >> 6)] |= 1 << (bit & 63)
            var slot = Int(hash >> tableShift)
            while table[slot] >= 0 { slot = (slot + 1) % table.count }
            table[slot] = Int32(first + offset)
        }
        return Group(
            width: width, mask: mask, shift: shift, filter: filter, table: table, tableShift: tableShift,
            end: first + members.count)
    }

    /// Calls with the place and the number of every needle in the bytes of which the key lies in a range.
    func scan(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>, _ found: (Int, Int) -> Void) {
        for group in groups {
            let last = min(range.upperBound, bytes.count - group.width + 1)
            let full = min(last, bytes.count - 7)
            var place = range.lowerBound
            while place < full {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                if group.mayEnd(word) { look(group, word & group.mask, bytes, place, found) }
                place += 1
            }
            while place < last {
                let word = (0..<group.width).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
                if group.mayEnd(word) { look(group, word, bytes, place, found) }
                place += 1
            }
        }
    }

    private func look(
        _ group: Group, _ key: UInt64, _ bytes: UnsafeRawBufferPointer, _ place: Int, _ found: (Int, Int) -> Void
    ) {
        var slot = Int(Group.hash(key) >> group.tableShift)
        while group.table[slot] >= 0 {
            var position = Int(group.table[slot])
            guard self.key(position, group.width) == key else {
                slot = (slot + 1) % group.table.count
                continue
            }
            while position < group.end, self.key(position, group.width) == key {
                let needle = needles.needles[Int(order[position])]
                let start = place + group.width - Int(needle.length)
                if matches(needle, bytes, start) { found(start, Int(order[position])) }
                position += 1
            }
            return
        }
    }

    private func key(_ position: Int, _ width: Int) -> UInt64 {
        let needle = needles.needles[Int(order[position])]
        return Self.word(needles.bytes, Int(needle.start) + Int(needle.length) - width, width)
    }

    private func matches(_ needle: Needles.Needle, _ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        let length = Int(needle.length)
        guard place >= 0, place + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[place + offset] != needles.bytes[Int(needle.start) + offset] {
            return false
        }
        return true
    }
}
