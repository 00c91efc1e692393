import Foundation

/// What may be found in bytes that are as good as random.
///
/// Sealed boxes are. A needle so short that some of its kind are bound to occur there counts only where what lies
/// around it is not random: text, or zeros.
struct Chance: Sendable {
    /// How many finds by chance are put up with in a whole audit.
    private static let tolerance = 0.001
    /// How much of the surroundings has to be text or zeros; of random bytes 96 in 256 are.
    private static let calmShare = 0.75
    private static let reach = 32

    /// The lengths at which chance cannot be told from a leak by the needle alone.
    let weakLengths: Set<Int>

    init(countByLength: [Int: Int], byteCount: Int) {
        weakLengths = Set(
            countByLength.filter { length, count in
                Double(byteCount) * Double(count) * pow(256, -Double(length)) > Self.tolerance
            }.keys)
    }

    func counts(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard weakLengths.contains(range.count) else { return true }
        let around = [
            max(0, range.lowerBound - Self.reach)..<range.lowerBound,
            range.upperBound..<min(bytes.count, range.upperBound + Self.reach),
        ]
        let total = around.reduce(0) { $0 + $1.count }
        let calm = around.joined().count { bytes[$0] == 0 || (0x20...0x7E).contains(bytes[$0]) }
        return Double(calm) >= Self.calmShare * Double(total)
    }
}
