import Domain
import Testing

@testable import Sealing

@Suite struct AddressTests {
    private let hierarchy: KeyHierarchy

    init() throws {
        hierarchy = try Installation().hierarchy
    }

    private func address(
        _ discriminator: RecordName.Discriminator, kind: RecordKind = .details, owner: PersonID? = Installation.ada,
        keyClass: KeyClass = .open, counter: UInt64 = 0
    ) -> Address {
        hierarchy.address(
            of: RecordName(
                kind: kind, owner: owner, keyClass: keyClass, discriminator: discriminator, counter: counter))
    }

    @Test func `every part of a name but the counter changes the address`() {
        var addresses: Set<Address> = []
        var count = 0
        for kind in RecordKind.allCases {
            for owner in [nil, Installation.ada, Installation.ben] {
                for keyClass in KeyClass.allCases {
                    for number: UInt64 in [0, 1, .max] {
                        addresses.insert(address(.number(number), kind: kind, owner: owner, keyClass: keyClass))
                        count += 1
                    }
                }
            }
        }
        #expect(addresses.count == count)
        #expect(address(.number(1), counter: 1) == address(.number(1), counter: 2))
    }

    @Test func `parts joined otherwise give other addresses`() {
        let discriminators: [RecordName.Discriminator] = [
            .texts(["ab", "c"]), .texts(["a", "bc"]), .texts(["abc"]), .texts(["abc", ""]), .texts(["", "abc"]),
            .texts([]), .texts([""]), .texts(["", ""]), .bytes([]), .bytes([0x61, 0x62, 0x63]), .bytes([0]),
            .number(0), .number(0x63_6261), .bytes([0, 0, 0, 0, 0, 0, 0, 0]), .texts(["\0\0\0\0\0\0\0\0"]),
        ]
        #expect(Set(discriminators.map { address($0) }).count == discriminators.count)
    }

    @Test func `a long text is addressed untruncated`() {
        let text = String(repeating: "x", count: 5000)
        #expect(address(.texts([text + "a"])) != address(.texts([text + "b"])))
    }

    @Test func `another seed gives other addresses`() throws {
        let other = try Installation().hierarchy
        let name = RecordName(kind: .head, owner: Installation.ada, keyClass: .open, discriminator: .number(0))
        #expect(hierarchy.address(of: name) != other.address(of: name))
        #expect(hierarchy.wrapAddress(of: Installation.ada) != other.wrapAddress(of: Installation.ada))
        #expect(hierarchy.wrapAddress(of: Installation.ada) != hierarchy.wrapAddress(of: Installation.ben))
    }

    @Test func `digests tell parts and purposes apart`() {
        var digests: Set<[UInt8]> = []
        let inputs: [[[UInt8]]] = [[], [[]], [[], []], [[1, 2], [3]], [[1], [2, 3]], [[1, 2, 3]]]
        for purpose in DigestPurpose.allCases {
            for parts in inputs { digests.insert(hierarchy.digest(purpose, parts)) }
        }
        #expect(digests.count == DigestPurpose.allCases.count * inputs.count)
        #expect(digests.allSatisfy { $0.count == 32 })
        #expect(hierarchy.digest(.tie, [[1]]) == hierarchy.digest(.tie, [[1]]))
    }
}
