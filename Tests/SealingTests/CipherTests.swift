import Testing

@testable import Sealing

@Suite struct CipherTests {
    @Test(arguments: [AuthenticatedCipher.xChaCha20Poly1305, .chaCha20Poly1305])
    func `a nonce of another length opens nothing`(cipher: AuthenticatedCipher) throws {
        let key = try Installation.secretKey([UInt8](0..<32))
        let nonce = [UInt8](repeating: 5, count: cipher.nonceByteCount)
        let box = CipherCall(cipher: cipher, associated: [1], nonce: nonce).seal([1, 2, 3], key: key)
        #expect(CipherCall(cipher: cipher, associated: [1], nonce: nonce).open(box, key: key) == [1, 2, 3])
        #expect(CipherCall(cipher: cipher, associated: [1], nonce: nonce + [5]).open(box, key: key) == nil)
    }

    @Test func `what is shorter than a tag opens to nothing`() throws {
        let key = try Installation.secretKey([UInt8](0..<32))
        let call = CipherCall(associated: [], nonce: [UInt8](repeating: 5, count: 24))
        let box = call.seal([], key: key)
        #expect(call.open(box, key: key) == [])
        for length in box.indices { #expect(call.open(Array(box[..<length]), key: key) == nil) }
    }
}
