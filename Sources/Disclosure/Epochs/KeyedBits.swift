import Domain
import PolicyEngine
import Sealing

/// Bits out of a keyed digest: the same for the same shop, measure and epoch, and for nobody without the key.
///
/// So a count that is asked for twice has the same noise, which no asking averages away, and a tick that is made again
/// comes to the same figures.
struct KeyedBits: BitSource {
    private let keys: KeyHierarchy
    private let name: [[UInt8]]
    private var block: [UInt8] = []
    private var taken = 0
    private var number: UInt64 = 0

    init(keys: KeyHierarchy, shop: PersonID, measure: String, moment: EpochMoment) {
        self.keys = keys
        let epoch = Self.octets(UInt64(bitPattern: moment.epoch.index))
        let era = moment.noiseEra == 0 ? [] : Self.octets(UInt64(moment.noiseEra))
        name = [Array(measure.utf8), Self.octets(shop.rawValue), epoch + era]
    }

    mutating func next() -> UInt64 {
        if taken == block.count {
            block = keys.digest(.noise, name + [Self.octets(number)])
            number += 1
            taken = 0
        }
        defer { taken += 8 }
        return block[taken..<taken + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func octets(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
