import Sealing
import Testing

@Suite struct SealedArchiveTests {
    private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func `an archive of any length comes back`(length: Int) throws {
        let pair = try KeyRecipient.makePair()
        let part = Array(content.prefix(length))
        let sealed = try SealedArchive.seal(part, to: .publicKey(pair.publicKey))
        #expect(try SealedArchive.open(sealed, with: .secretKey(pair.secretKey)) == part)
    }

    @Test func `nothing else opens it, and nothing altered does`() throws {
        let (pair, other) = try (KeyRecipient.makePair(), KeyRecipient.makePair())
        let sealed = try SealedArchive.seal(content, to: .publicKey(pair.publicKey))
        #expect(throws: SealingError.refused) { try SealedArchive.open(sealed, with: .secretKey(other.secretKey)) }
        #expect(throws: SealingError.refused) { try SealedArchive.open(sealed, with: .passphrase([1])) }
        for place in [4, 5, 6, 60, 86, 100, 109, 120, 141, 150, 66_000, sealed.count - 1] {
            var altered = sealed
            altered[place] ^= 1
            #expect(throws: SealingError.self, "byte \(place)") {
                try SealedArchive.open(altered, with: .secretKey(pair.secretKey))
            }
        }
        // Cut between chunks, in one, and with something behind its end.
        let head = 6 + 80 + 24 + 32
        for length in [0, 5, 50, head, head + 65_553, head + 2 * 65_553, sealed.count - 1] {
            #expect(throws: SealingError.self, "\(length) bytes") {
                try SealedArchive.open(Array(sealed.prefix(length)), with: .secretKey(pair.secretKey))
            }
        }
        #expect(throws: SealingError.self) { try SealedArchive.open(sealed + [0], with: .secretKey(pair.secretKey)) }
        let swapped =
            Array(sealed[..<head]) + Array(sealed[(head + 65_553)..<(head + 2 * 65_553)])
            + Array(sealed[head..<(head + 65_553)]) + Array(sealed[(head + 2 * 65_553)...])
        #expect(throws: SealingError.self) { try SealedArchive.open(swapped, with: .secretKey(pair.secretKey)) }
    }

    @Test func `a cost that a file makes up is not paid`() throws {
        let salt = [UInt8](repeating: 1, count: 16)
        let passes: [UInt8] = [255, 255, 255, 255, 0, 0, 0, 0]
        let forged = Array("VTAX".utf8) + [1, 2] + salt + passes + passes + [UInt8](repeating: 0, count: 200)
        #expect(throws: SealingError.passphraseParametersExcessive) {
            try SealedArchive.open(forged, with: .passphrase(Array("correct horse".utf8)))
        }
    }

    @Test func `the key is committed to before a piece is opened`() throws {
        let pair = try KeyRecipient.makePair()
        let sealed = try SealedArchive.seal([1, 2, 3], to: .publicKey(pair.publicKey))
        // The same pieces behind the opening of another archive, whose key they might be made to fit.
        let other = try SealedArchive.seal([1, 2, 3], to: .publicKey(pair.publicKey))
        let (opening, commitment) = (6..<86, 110..<142)
        for parts in [[opening], [commitment], [opening, commitment]] {
            var mixed = sealed
            for part in parts { mixed.replaceSubrange(part, with: other[part]) }
            #expect(throws: SealingError.refused) { try SealedArchive.open(mixed, with: .secretKey(pair.secretKey)) }
        }
    }
}
