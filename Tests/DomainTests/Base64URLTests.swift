import Domain
import Testing
import VitrineTesting

struct Base64URLTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `the vectors of RFC 4648 hold, without padding`(plain: String, encoded: String) {
        #expect(Base64URL.encode(plain.utf8) == encoded)
        #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    }

    @Test func `the alphabet is the one for addresses`() {
        #expect(Base64URL.encode([0xFB, 0xEF, 0xFF]) == "--__")
        #expect(Base64URL.decode("++//") == nil)
    }

    @Test func `what is encoded is decoded again, at every length`() {
        var generator = SplitMix64(seed: 64)
        for count in 0..<200 {
            let bytes = generator.bytes(count)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: ["Z", "Zh", "Zm9", "Zm9vZ", "Zg==", "Zg=", "Z g", "Zg\n", "Zé", "Zm9vYmF.", "ZmB9"].enumerated())
    func `a text that is not the one encoding of some bytes is refused`(number: Int, text: String) {
        // The last one is an encoding; it shows that the others are refused for what is wrong with them.
        #expect((Base64URL.decode(text) == nil) == (text != "ZmB9"))
    }

    @Test func `of all texts that could end an encoding only one does`() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        let one = alphabet.filter { Base64URL.decode("Z\($0)") != nil }
        let two = alphabet.filter { Base64URL.decode("Zm\($0)") != nil }
        #expect(one == "AQgw")
        #expect(two == "AEIMQUYcgkosw048")
    }
}
