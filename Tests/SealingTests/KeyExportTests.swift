import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct KeyExportTests {
    private let world: Installation
    private let recipient: (publicKey: [UInt8], secretKey: [UInt8])
    private let bytes: [UInt8]

    init() throws {
        world = try Installation()
        recipient = try KeyRecipient.makePair()
        _ = try world.hierarchy.adoptSigningKey(from: nil)
        bytes = try Self.export(world, recipient.publicKey, 7)
    }

    private static func export(_ world: Installation, _ recipient: [UInt8], _ counter: UInt64) throws -> [UInt8] {
        try world.hierarchy.export(
            owners: [(Installation.ada, world.wrap)], service: nil, state: [1, 2, 3], counter: counter,
            at: Instant(seconds: 100), to: recipient)
    }

    @Test func `an export brings back all keys under another root`() throws {
        let export = try KeyExport.open(
            bytes, secretKey: recipient.secretKey, signer: world.hierarchy.signingKey?.publicKey)
        #expect(export.counter == 7 && export.state == [1, 2, 3] && export.people == [Installation.ada])
        let root = try Installation.rootKey([UInt8](repeating: 9, count: 32))
        let seed = export.wrappedSeed(root: root, random: SodiumRandom())
        let again = try KeyHierarchy(root: root, wrappedSeed: seed, random: SodiumRandom())
        #expect(again.isOrigin(of: export))
        #expect(try !Installation().hierarchy.isOrigin(of: export))
        let name = RecordName(kind: .head, owner: Installation.ada, keyClass: .open, discriminator: .number(0))
        let box = world.hierarchy.seal([5], as: name, with: world.keys.open)
        let keys = try again.ownerKeys(for: Installation.ada, from: again.wraps(from: export)[0].wrap)
        #expect(try again.open(box, as: name, with: keys.open).withBytes { $0[0] } == 5)
        _ = try again.adoptSigningKey(from: again.signingBox(from: export))
        #expect(again.signingKey?.publicKey == world.hierarchy.signingKey?.publicKey)
    }

    @Test func `an export is refused to another recipient, of another signer, altered or cut`() throws {
        let other = try KeyRecipient.makePair()
        #expect(throws: SealingError.exportRefused) {
            try KeyExport.open(bytes, secretKey: other.secretKey, signer: nil)
        }
        #expect(throws: SealingError.exportRefused) {
            try KeyExport.open(bytes, secretKey: recipient.secretKey, signer: [UInt8](repeating: 1, count: 32))
        }
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1
            #expect(throws: SealingError.self) {
                try KeyExport.open(altered, secretKey: recipient.secretKey, signer: nil)
            }
            #expect(throws: SealingError.self) {
                try KeyExport.open(Array(bytes[..<index]), secretKey: recipient.secretKey, signer: nil)
            }
        }
    }

    /// Whoever knows the public key can seal something to it, but not sign it.
    @Test func `what somebody else seals to the recipient is refused`() throws {
        let plaintext = try KeyRecipient.open(Array(bytes[5...]), with: recipient.secretKey)
        var forged = plaintext.withBytes { bytes in (0..<bytes.count).map { bytes[$0] } }
        // The counter lies behind version, recipient and signer.
        forged[1 + 36 + 36] = 8
        let sealed = KeyExport.magic + [KeyExport.version] + (try KeyRecipient.seal(forged, to: recipient.publicKey))
        #expect(throws: SealingError.exportRefused) {
            try KeyExport.open(sealed, secretKey: recipient.secretKey, signer: nil)
        }
    }

    @Test func `a signature holds for its bytes and its key alone`() throws {
        let key = try #require(world.hierarchy.signingKey)
        let signature = key.sign([1, 2, 3])
        #expect(SigningKey.verify(signature, over: [1, 2, 3], publicKey: key.publicKey))
        #expect(!SigningKey.verify(signature, over: [1, 2, 4], publicKey: key.publicKey))
        #expect(!SigningKey.verify(signature, over: [1, 2, 3], publicKey: [UInt8](repeating: 0, count: 32)))
        #expect(!SigningKey.verify([], over: [1, 2, 3], publicKey: key.publicKey))
    }

    /// RFC 8032, section 7.1, test 2.
    @Test func `signatures are those of the standard`() throws {
        let seed = Hexadecimal.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        let key = SigningKey(seed: try Installation.secretKey(seed))
        #expect(
            Hexadecimal.text(key.publicKey) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        #expect(
            Hexadecimal.text(key.sign([0x72]))
                == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    }
}
