import Domain
@_spi(EnforcementPoint) import Sealing

/// Finds the records of somebody whose head does not open.
///
/// The head alone says how many there are, and where they begin. Without it numbers are tried, and no longer when none of
/// many is that of a record.
struct LostRecords {
    let vault: Vault
    let person: PersonID

    /// Numbers tried at once.
    private static let stretch = 4_096
    /// So many numbers without a record are the end: sealing somebody's purchases anew a thousand times makes a gap of some
    /// thousands.
    private static let longestGap = 65_536

    func names() async throws(VaultError) -> [RecordName] {
        var names = [RecordName.shop(person, counter: .zero)]
        for keyClass in [KeyClass.open, .withheld] {
            let segments = try await numbers { .segment(person, keyClass, $0) }
            names += segments.map { .segment(person, keyClass, $0) }
            guard let first = segments.first, let last = segments.last else { continue }
            let ordinals = UInt32(first * Segment.capacity)..<UInt32((last + 1) * Segment.capacity)
            names += ordinals.map { .details(person, keyClass, $0) }
        }
        names += try await numbers { .history(person, UInt32($0)) }.map { .history(person, UInt32($0)) }
        return names
    }

    /// The numbers at which there is a record, in their order.
    private func numbers(_ name: (Int) -> RecordName) async throws(VaultError) -> [Int] {
        var found: [Int] = []
        var start = 0
        while start - (found.last ?? 0) < Self.longestGap {
            let numbers = Array(start..<start + Self.stretch)
            for (number, box) in zip(numbers, try await vault.boxes(numbers.map(name))) where box != nil {
                found.append(number)
            }
            start += Self.stretch
        }
        return found
    }
}
