import Testing

@testable import Sealing

@Suite struct RootKeyTextTests {
    private static let hexadecimal = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

    private func key(_ text: String) throws -> RootKey {
        var bytes = [UInt8](text.utf8)
        return try RootKey(text: &bytes)
    }

    @Test(arguments: [
        hexadecimal, hexadecimal.uppercased(), hexadecimal + "\n", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
    ])
    func `a key is read from hexadecimal digits and base64`(text: String) throws {
        let expected = try Installation.secretKey([UInt8](0..<32))
        let isSame = try key(text).key.isEqual(to: expected)
        #expect(isSame)
    }

    @Test(arguments: ["", "00", hexadecimal.dropLast() + "g", hexadecimal + "00", String(repeating: "*", count: 43)])
    func `anything else is malformed`(text: String) {
        #expect(throws: SealingError.rootKeyMalformed) { _ = try key(text) }
    }

    @Test func `parameters come back as they were written`() throws {
        let parameters = PassphraseParameters.generate(random: SodiumRandom())
        #expect(try PassphraseParameters(text: parameters.text) == parameters)
    }

    @Test(arguments: [
        ("passes 3", "passes 17"), ("passes 3", "passes 0"), ("memory 268435456", "memory 107374182400"),
        ("memory 268435456", "memory 8192"),
    ])
    func `parameters out of bounds are refused`(old: String, new: String) {
        let text = PassphraseParameters.generate(random: SodiumRandom()).text.replacing(old, with: new)
        #expect(throws: SealingError.passphraseParametersExcessive) { try PassphraseParameters(text: text) }
    }

    @Test(arguments: ["", "vitrine passphrase 1\n", "vitrine passphrase 2\npasses 3\nmemory 268435456\nsalt 00\n"])
    func `parameters that are none are refused`(text: String) {
        #expect(throws: SealingError.passphraseParametersMalformed) { try PassphraseParameters(text: text) }
    }

    @Test func `the same passphrase and salt give the same key, and others another`() throws {
        let one = PassphraseParameters(passes: 1, memory: 64 << 20, salt: [UInt8](0..<16))
        let other = PassphraseParameters(passes: 1, memory: 64 << 20, salt: [UInt8](1..<17))
        func key(_ words: String, _ parameters: PassphraseParameters) throws -> RootKey {
            var bytes = [UInt8](words.utf8)
            let key = try RootKey(passphrase: &bytes, parameters: parameters)
            #expect(bytes.isEmpty)
            return key
        }
        let first = try key("correct horse", one)
        let isSame = try key("correct horse", one).key.isEqual(to: first.key)
        let isSalted = try key("correct horse", other).key.isEqual(to: first.key)
        let isOther = try key("correct house", one).key.isEqual(to: first.key)
        #expect(isSame && !isSalted && !isOther)
        #expect(throws: SealingError.passphraseTooShort) { _ = try key("short", one) }
    }
}
