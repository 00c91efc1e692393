@testable import Sealing

/// A call of the product's cipher with arrays.
struct CipherCall {
    var cipher = AuthenticatedCipher.xChaCha20Poly1305
    let associated: [UInt8]
    let nonce: [UInt8]

    func seal(_ text: [UInt8], key: borrowing SecretKey) -> [UInt8] {
        var buffer = text + [UInt8](repeating: 0, count: AuthenticatedCipher.tagByteCount)
        buffer.withUnsafeMutableBytes { buffer in
            associated.withUnsafeBytes { associated in
                nonce.withUnsafeBytes { nonce in
                    cipher.seal(inPlace: buffer, associated: associated, nonce: nonce, key: key)
                }
            }
        }
        return buffer
    }

    func open(_ ciphertext: [UInt8], key: borrowing SecretKey) -> [UInt8]? {
        var text = [UInt8](repeating: 0, count: max(0, ciphertext.count - AuthenticatedCipher.tagByteCount))
        let isOpened = text.withUnsafeMutableBytes { output in
            ciphertext.withUnsafeBytes { ciphertext in
                associated.withUnsafeBytes { associated in
                    nonce.withUnsafeBytes { nonce in
                        cipher.open(ciphertext, into: output, associated: associated, nonce: nonce, key: key)
                    }
                }
            }
        }
        return isOpened ? text : nil
    }
}
