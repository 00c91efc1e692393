import Domain
import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct RecordTests {
    private let world: Installation
    private let name = RecordName(
        kind: .details, owner: Installation.ada, keyClass: .open, discriminator: .number(42), counter: 3)
    private let text = [UInt8]("a pair of blue shoes".utf8)
    private let box: SealedBox

    init() throws {
        world = try Installation()
        box = world.hierarchy.seal(text, as: name, with: world.keys.open)
    }

    @Test(arguments: RecordKind.allCases)
    func `what was sealed opens, whatever its kind and class`(kind: RecordKind) throws {
        try expectRoundTrip(kind, owner: Installation.ada, with: world.keys.open)
        try expectRoundTrip(kind, owner: Installation.ada, with: world.keys.withheld)
        try expectRoundTrip(kind, owner: nil, with: world.hierarchy.serviceKey)
    }

    private func expectRoundTrip<Class>(_ kind: RecordKind, owner: PersonID?, with key: RecordKey<Class>) throws {
        let name = RecordName(
            kind: kind, owner: owner, keyClass: Class.keyClass, discriminator: .texts(["shop", "order"]))
        let box = world.hierarchy.seal(text, as: name, with: key)
        #expect(try world.opened(box, as: name, with: key) == text)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 3199, 3200, 65535, 65536, 1 << 20])
    func `a plaintext of any length opens`(length: Int) throws {
        let text = SodiumRandom().bytes(length)
        let box = world.hierarchy.seal(text, as: name, with: world.keys.open)
        #expect(try world.opened(box, as: name, with: world.keys.open) == text)
    }

    @Test func `a plaintext that looks like padding opens unchanged`() throws {
        for text: [UInt8] in [[0x80], [0x80, 0, 0], [0, 0, 0], [1, 0x80, 0x80, 0]] {
            let box = world.hierarchy.seal(text, as: name, with: world.keys.open)
            #expect(try world.opened(box, as: name, with: world.keys.open) == text)
        }
    }

    @Test func `the same record sealed twice gives other bytes`() {
        #expect(world.hierarchy.seal(text, as: name, with: world.keys.open) != box)
    }

    @Test func `a record with any one byte altered is refused`() {
        for index in box.bytes.indices {
            for change: UInt8 in [0x01, 0x80, 0xFF] {
                var bytes = box.bytes
                bytes[index] ^= change
                let error: SealingError =
                    switch index {
                    case 0, 1: .malformed
                    case 2: .unknownVersion
                    case 3..<7: .unknownGeneration
                    default: .refused
                    }
                #expect(throws: error, "byte \(index)") {
                    try world.opened(SealedBox(bytes: bytes), as: name, with: world.keys.open)
                }
            }
        }
    }

    @Test func `a record cut short or drawn long is malformed`() {
        for length in box.bytes.indices {
            #expect(throws: SealingError.malformed) {
                try world.opened(SealedBox(bytes: Array(box.bytes[..<length])), as: name, with: world.keys.open)
            }
        }
        #expect(throws: SealingError.malformed) {
            try world.opened(SealedBox(bytes: box.bytes + [0]), as: name, with: world.keys.open)
        }
    }

    @Test func `a record cut to another size of the ladder is refused`() {
        let long = world.hierarchy.seal([UInt8](repeating: 1, count: 200), as: name, with: world.keys.open)
        #expect(throws: SealingError.refused) {
            try world.opened(
                SealedBox(bytes: Array(long.bytes[..<box.bytes.count])), as: name, with: world.keys.open)
        }
    }

    @Test func `a record is refused under another name`() {
        var names: [RecordName] = []
        func add(_ change: (inout RecordName) -> Void) {
            var other = name
            change(&other)
            names.append(other)
        }
        add { $0.owner = Installation.ben }
        add { $0.owner = nil }
        add { $0.kind = .segment }
        add { $0.discriminator = .number(43) }
        add { $0.discriminator = .texts(["42"]) }
        add { $0.counter = 2 }
        add { $0.counter = 4 }
        for other in names {
            #expect(throws: SealingError.refused) { try world.opened(box, as: other, with: world.keys.open) }
        }
    }

    @Test func `a record of one class is refused as one of another`() {
        var other = name
        other.keyClass = .withheld
        #expect(throws: SealingError.refused) { try world.opened(box, as: other, with: world.keys.withheld) }
        other.keyClass = .service
        #expect(throws: SealingError.refused) { try world.opened(box, as: other, with: world.hierarchy.serviceKey) }
    }

    @Test func `a record is refused under the keys of another person`() throws {
        let other = try world.hierarchy.makeOwnerKeys(for: Installation.ada).keys
        #expect(throws: SealingError.refused) { try world.opened(box, as: name, with: other.open) }
    }

    @Test func `a record is refused where addresses are of another seed`() throws {
        let other = try Installation()
        #expect(throws: SealingError.refused) { try other.opened(box, as: name, with: world.keys.open) }
    }

    @Test func `each part of the associated data is bound`() throws {
        let key = try Installation.secretKey([UInt8](repeating: 1, count: 32))
        let subkeys = RecordSubkeys(of: key, scope: .record, kind: 3, classCode: 1)
        let address = AddressHash(world.hierarchy.address(of: name))
        let form = RecordAssociated(kind: 3, owner: 7, address: address, classCode: 1, counter: 3)
        let nonce = [UInt8](repeating: 9, count: 24)
        let box = RecordCodec.seal(text, paddedTo: 64, as: form, nonce: nonce, keys: subkeys)
        let elsewhere = AddressHash(world.hierarchy.wrapAddress(of: Installation.ada))
        let others = [
            RecordAssociated(kind: 4, owner: 7, address: address, classCode: 1, counter: 3),
            RecordAssociated(kind: 3, owner: 8, address: address, classCode: 1, counter: 3),
            RecordAssociated(kind: 3, owner: nil, address: address, classCode: 1, counter: 3),
            RecordAssociated(kind: 3, owner: 7, address: elsewhere, classCode: 1, counter: 3),
            RecordAssociated(kind: 3, owner: 7, address: address, classCode: 2, counter: 3),
            RecordAssociated(kind: 3, owner: 7, address: address, classCode: 1, counter: 4),
        ]
        _ = try RecordCodec.open(box, as: form, keys: subkeys)
        for other in others {
            #expect(throws: SealingError.refused) { _ = try RecordCodec.open(box, as: other, keys: subkeys) }
        }
    }
}
