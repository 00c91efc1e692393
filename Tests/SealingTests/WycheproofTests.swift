import Testing

@testable import Sealing

@Suite(.enabled(if: Wycheproof.isPresent, "the vectors lie neither beside the checkout nor in `VITRINE_DATA`"))
struct WycheproofTests {
    @Test(arguments: [
        ("xchacha20_poly1305_test.json", AuthenticatedCipher.xChaCha20Poly1305, 315),
        ("chacha20_poly1305_test.json", AuthenticatedCipher.chaCha20Poly1305, 325),
    ])
    func `the cipher does as the published vectors say`(
        file: String, cipher: AuthenticatedCipher, count: Int
    ) throws {
        let vectors = try Wycheproof(file: file)
        var checked = 0
        for vector in vectors.testGroups.flatMap(\.tests) {
            let key = try Installation.secretKey(Hexadecimal.bytes(vector.key))
            let call = CipherCall(
                cipher: cipher, associated: Hexadecimal.bytes(vector.aad), nonce: Hexadecimal.bytes(vector.iv))
            let text = Hexadecimal.bytes(vector.msg)
            let box = Hexadecimal.bytes(vector.ct + vector.tag)
            let opened = call.open(box, key: key)
            if vector.result == "valid" {
                #expect(opened == text, "vector \(vector.tcId)")
                #expect(call.seal(text, key: key) == box, "vector \(vector.tcId)")
            } else {
                #expect(opened == nil, "vector \(vector.tcId)")
            }
            checked += 1
        }
        #expect(checked == count && checked == vectors.numberOfTests)
    }
}
