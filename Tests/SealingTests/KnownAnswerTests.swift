import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

/// Version 1 as it stands for ever.
///
/// The answers were computed apart from this code, with Python's hashlib (BLAKE2b), its `cryptography` package
/// (ChaCha20-Poly1305) and the text of the XChaCha draft (HChaCha20).
@Suite struct KnownAnswerTests {
    private let world: Installation

    init() throws {
        world = try Installation.known()
    }

    @Test func `version 1 wraps the seed as ever`() {
        #expect(
            world.seed.bytes
                == Hexadecimal.bytes(
                    """
                    56540101000000202122232425262728292a2b2c2d2e2f303132333435363735f991d0065f5106f79f4cd13163d12913
                    1447c3c022f99a59b05f0952aa6bd8f5383d582d9deac53c4f197d59b00c0c34e470d863067106b87c7e2073fab08af0
                    c3a6fd5008e646740c3a172db84abc453b4e088351f98d27e555e4f1d5fcad19f551d17587d4492b9aa5ebd18a0fd4
                    """))
    }

    @Test func `version 1 wraps the keys of an owner as ever`() throws {
        #expect(
            world.wrap.bytes
                == Hexadecimal.bytes(
                    """
                    5654010100000078797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f7d1171b75495e90945327d764afaa10894
                    40157a24bc06a8ab9c5d6ddfbcf41e6fa40a0168584dbcfe1ed1cd3cd8744b0bc2a50ea82a53507bf89c00d34af99804
                    5deea0987f097bc66e1a5cdeebf68b38b07edd2d39416392eef268a995f4033839e80bb11fb274cec38a9fcb1fbf1a22
                    24f6a3d6e0dd3f496f78916e518103531b69f47c3886fb60dbb95898b2f4773fdb94a26fe9a184abf5958d84ecd3abaa
                    6063fd62a6fa868e01a47fc118d8f3fb9fb07860b664daa24afd5d985ee612f6c88c8282256b4f177fc19142c39cea7d
                    5af90db88e60ef5887dbdabb014ae1adddfa264c4f8a1ac8a32b3436655e010de0570826c571d22135de2a2838065bd4
                    9b27ffc0df6e47e0b9615fa78e0535f73678dc0dcfe451cbb3eb38f3dfdae340070cfc5a4eaf3534146f593f9aec73
                    """))
        _ = try world.hierarchy.ownerKeys(for: Installation.ada, from: world.wrap)
    }

    @Test func `version 1 seals a record of an owner as ever`() throws {
        let name = RecordName(
            kind: .details, owner: Installation.ada, keyClass: .open, discriminator: .number(42), counter: 3)
        #expect(Hexadecimal.text(world.hierarchy.address(of: name).bytes) == "994bab9176057749bf48c8a0a4bc07a2")
        let box = world.hierarchy.seal([UInt8]("a pair of blue shoes".utf8), as: name, with: world.keys.open)
        #expect(
            box.bytes
                == Hexadecimal.bytes(
                    """
                    56540101000000909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7bee15883b284b2b111487ffeef20fcfc95
                    19b6b8595bdad995f5e214aa5682f43568b86b987c3f12af6a7c428430b0dff2b29f03bee9f71d4dc1ca581be283f359
                    390027c20759c2dacfeff5d0a3964d
                    """))
        #expect(try world.opened(box, as: name, with: world.keys.open) == [UInt8]("a pair of blue shoes".utf8))
    }

    @Test func `version 1 opens a record that was padded further`() throws {
        let name = RecordName(
            kind: .details, owner: Installation.ada, keyClass: .open, discriminator: .number(42), counter: 3)
        let box = SealedBox(
            bytes: Hexadecimal.bytes(
                """
                56540101000000909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a70241f00b5992cd9510d1fb202f90357628
                d58a636898106489c216e678e4d5f03568b86b987c3f12af6a7c428430b0dff2b29f03bee9f71d4dc1ca581be283f348
                41f0aee628cc035a73d0206283535f3d0ac60bea174eeb918fff13794b1f3f101fe6815387d3506a00b80993453bb9
                """))
        #expect(try world.opened(box, as: name, with: world.keys.open) == [UInt8]("a pair of blue shoes".utf8))
    }

    @Test func `version 1 seals a record of the service as ever`() throws {
        let name = RecordName(
            kind: .purchaseIndex, owner: nil, keyClass: .service, discriminator: .texts(["shop", "order-1", "1"]))
        #expect(Hexadecimal.text(world.hierarchy.address(of: name).bytes) == "dfa5595cfa9de0b62a5d7dccfda5638c")
        // The record before this one took the nonce that comes first.
        _ = world.hierarchy.random.bytes(24)
        let box = world.hierarchy.seal([UInt8](repeating: 0x78, count: 64), as: name, with: world.hierarchy.serviceKey)
        #expect(
            box.bytes
                == Hexadecimal.bytes(
                    """
                    56540101000000a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf4fe86b54b2b232c051351a435ed6e0d512
                    99ceaa5dd8e29c6248beaeb02668201968c1e720c56f6b5bc233cfe86fbd19401e4c02c97777c934cbc39116597a67ad
                    60e3ab9772863b1fbd74d42a4d6d4b4995e0984882d35d4e3a9d61b4b2e516736b473df571cf56521829c1c7f269eb2c
                    7b7fa4287df64fa725e29e610dc585835519da15f2cfcf56d4d6a2646feca7fbb154c5accc86c57049f386cb2b96cfd1
                    52d5b5b973ef7b8bfafced7c529261ff59c614ba4ebc124ce982eaa145f317dd633d5993d4207975ed0a10cd8eb70327
                    80cf2ccbf6ed89789e4629d033b86b081c38935d171d0fa0d5ed94c81773210f73ef45c3002b6f95f41f97c5f57c3e05
                    751b634126b6ee45fff013b26f2a4176ce6c26cfe6f6edced2c7e9aa868ae2bc55d059a228f91ef1f1352109d845a0
                    """))
    }

    @Test func `addresses of wraps, digests and envelopes are as ever`() {
        let address = world.hierarchy.wrapAddress(of: Installation.ada)
        #expect(Hexadecimal.text(address.bytes) == "39019ebbc30f179ac30df475852f3b0d")
        #expect(KeyHierarchy.seedAddress.bytes == [UInt8]("vitrine.seed.one".utf8))
        #expect(
            Hexadecimal.text(world.hierarchy.digest(.token, [[0x61, 0x62], [0x63]]))
                == "10d2b2e7787e28b86db51e68fa9c0f8fabb9478338c36388ec1398ade0e579cc")
        let envelope = world.hierarchy.sealOpaque(
            [UInt8]("page 2".utf8), purpose: "cursor", associated: [UInt8]("ada".utf8), paddedTo: 48)
        #expect(
            envelope
                == Hexadecimal.bytes(
                    """
                    5654010100000070ae30a03698e3faaeae5ee3a28845adcadabc79e390d75dcc9f6db555831963d2413d1f3cb7e71a81
                    6b94c6b818519f28dacbfe1ea4d1220b7f5f7c864a9e0366db4ce29530ea173bd810ae4dda689952f9bb1ffb37b60b32
                    fd33d792b280486a6a6aa08e24520ffcc3b07175d8ad7c7ebbeea0ef3f4486
                    """))
    }
}
