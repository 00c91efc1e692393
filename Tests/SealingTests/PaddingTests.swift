import CSodium
import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct PaddingTests {
    @Test(arguments: [
        (0, 32), (31, 32), (32, 64), (63, 64), (64, 256), (255, 256), (256, 1024), (1023, 1024), (1024, 3200),
        (3199, 3200),
        (3200, 16384), (16383, 16384), (16384, 65536), (65535, 65536), (65536, 131072), (131071, 131072),
        (131072, 196608), (1 << 20, (1 << 20) + 65536),
    ])
    func `a plaintext is padded to the next size, by one byte at least`(length: Int, padded: Int) throws {
        let world = try Installation()
        let name = RecordName(kind: .head, owner: Installation.ada, keyClass: .open, discriminator: .number(0))
        let box = world.hierarchy.seal([UInt8](repeating: 7, count: length), as: name, with: world.keys.open)
        #expect(box.bytes.count == padded + 79)
        #expect(PaddingLadder.contains(padded))
    }

    @Test(arguments: [1, 7, 8, 9, 48, 64, 77])
    func `padding is that of libsodium`(size: Int) {
        for length in 0..<size {
            for filler: UInt8 in [0, 0x80, 0xFF, 1] {
                var mine = [UInt8](repeating: filler, count: size)
                var theirs = mine
                mine.withUnsafeMutableBytes { Padding.pad($0, after: length) }
                #expect(sodium_pad(nil, &theirs, length, size, size) == 0)
                #expect(mine == theirs)
                #expect(mine.withUnsafeBytes { Padding.unpaddedLength(of: $0) } == length)
            }
        }
    }

    @Test(arguments: [1, 7, 8, 9, 48, 64, 77])
    func `padding that is none is told`(size: Int) {
        for last in -1..<size {
            for value: UInt8 in [1, 0x40, 0x7F, 0x81, 0xFF] {
                var bytes = [UInt8](repeating: 0, count: size)
                if last >= 0 { bytes[last] = value }
                var length = 0
                #expect(sodium_unpad(&length, bytes, size, size) != 0)
                #expect(bytes.withUnsafeBytes { Padding.unpaddedLength(of: $0) } == nil)
            }
        }
    }

    @Test func `other sizes are never written`() {
        let near = (1...20).flatMap { [$0 * 65536 - 1, $0 * 65536, $0 * 65536 + 1] }
        let sizes = (Array(-1...20_000) + near).filter { PaddingLadder.contains($0) }
        #expect(sizes == [32, 64, 256, 1024, 3200, 16384] + (1...17).map { $0 * 65536 })
    }
}
