import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

/// A ciphertext made to open under two keys: one block of it solves the equation of the two Poly1305 tags, and it ends
/// in well-formed padding under both.
///
/// Such a thing shows one person a harmless record and an auditor another.
@Suite struct SalamanderTests {
    private static let name = RecordName(
        kind: .details, owner: Installation.ada, keyClass: .open, discriminator: .number(42), counter: 3)
    private static let parents = [[UInt8](0x10..<0x30), [UInt8](0xC0..<0xE0)]
    /// The commitment is the honest one for the first key, then for the second key.
    ///
    /// The rest is the same.
    private static let boxes = [
        """
        565401010000006b1aabac50b0fbbc8f89ec5f79bd221616ca5f700608eca9cd4b3c6560f89ea874cf9f616ec909316f
        fd3fcafe5491a5de671e157701bf4299dd98a085c4d42fc61f8251abdc8ab1ccfb793cbfb2b8528334d23cb3e57c7645
        5e21f92ab04950bc69344caf47e8db000000000000000000000000000000970a3262948b7784d3e7334a95211e22d8
        """,
        """
        565401010000006b1aabac50b0fbbc8f89ec5f79bd221616ca5f700608eca96d42a7021686720a136ba3ba15ab88df1b
        86c3df1115f2061ca36118f2b627b399dd98a085c4d42fc61f8251abdc8ab1ccfb793cbfb2b8528334d23cb3e57c7645
        5e21f92ab04950bc69344caf47e8db000000000000000000000000000000970a3262948b7784d3e7334a95211e22d8
        """,
    ].map { SealedBox(bytes: Hexadecimal.bytes($0)) }

    @Test(arguments: [0, 1])
    func `the cipher by itself opens it under both keys`(index: Int) throws {
        let world = try Installation.known()
        let keys = RecordSubkeys(
            of: try Installation.secretKey(Self.parents[index]), scope: .record, kind: 3, classCode: 1)
        let text = try #require(try openWithoutCommitment(Self.boxes[0].bytes, keys: keys, in: world))
        let expected = ["socks from a sho", "a very dear gift"][index]
        #expect(Array(text[(index * 16)..<(index * 16 + 16)]) == [UInt8](expected.utf8))
    }

    @Test func `the record opens under the key that it is committed to and no other`() throws {
        let world = try Installation.known()
        let keys = try Self.parents.map {
            RecordKey<OpenClass>([KeyRing(try Installation.secretKey($0), keyClass: .open)])
        }
        for (index, box) in Self.boxes.enumerated() {
            #expect(try world.opened(box, as: Self.name, with: keys[index]).count == 63)
            #expect(throws: SealingError.refused) {
                try world.opened(box, as: Self.name, with: keys[1 - index])
            }
        }
    }

    private func openWithoutCommitment(
        _ box: [UInt8], keys: RecordSubkeys, in world: Installation
    ) throws -> [UInt8]? {
        let form = RecordAssociated(
            Self.name, generation: RecordHeader.firstGeneration, addressKey: world.hierarchy.addressKey)
        var associated = [UInt8](repeating: 0, count: form.largestByteCount)
        let length = associated.withUnsafeMutableBytes { buffer in
            var writer = CanonicalWriter(buffer)
            form.encode(to: &writer)
            return writer.count
        }
        return CipherCall(
            associated: Array(associated[..<length]),
            nonce: Array(box[RecordHeader.byteCount..<RecordHeader.commitmentOffset])
        ).open(Array(box[RecordHeader.ciphertextOffset...]), key: keys.encryption)
    }
}
