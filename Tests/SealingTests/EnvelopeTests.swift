import Testing

@testable import Sealing

@Suite struct EnvelopeTests {
    private let hierarchy: KeyHierarchy
    private let envelope: [UInt8]

    init() throws {
        hierarchy = try Installation().hierarchy
        envelope = hierarchy.sealOpaque([1, 2, 3], purpose: "cursor", associated: [9], paddedTo: 48)
    }

    @Test func `an envelope opens for its purpose and its associated content alone`() throws {
        #expect(try hierarchy.openOpaque(envelope, purpose: "cursor", associated: [9]) == [1, 2, 3])
        for (purpose, associated): (String, [UInt8]) in [
            ("mark", [9]), ("cursor", [8]), ("cursor", []), ("cursor", [9, 0]), ("", [9]), ("curso", [0x72, 9]),
        ] {
            #expect(throws: SealingError.refused) {
                try hierarchy.openOpaque(envelope, purpose: purpose, associated: associated)
            }
        }
    }

    @Test func `the same content gives the same envelope`() {
        #expect(hierarchy.sealOpaque([1, 2, 3], purpose: "cursor", associated: [9], paddedTo: 48) == envelope)
    }

    @Test func `other content gives another nonce`() {
        let others = [
            hierarchy.sealOpaque([1, 2, 4], purpose: "cursor", associated: [9], paddedTo: 48),
            hierarchy.sealOpaque([1, 2, 3], purpose: "mark", associated: [9], paddedTo: 48),
            hierarchy.sealOpaque([1, 2, 3], purpose: "cursor", associated: [8], paddedTo: 48),
            hierarchy.sealOpaque([1, 2, 3], purpose: "cursor", associated: [9], paddedTo: 49),
            envelope,
        ]
        #expect(Set(others.map { $0[7..<31] }).count == others.count)
    }

    @Test func `the length is the same whatever is inside`() throws {
        for length in 0..<48 {
            let text = [UInt8](repeating: 0x80, count: length)
            let other = hierarchy.sealOpaque(text, purpose: "cursor", associated: [], paddedTo: 48)
            #expect(other.count == 48 + 79)
            #expect(try hierarchy.openOpaque(other, purpose: "cursor", associated: []) == text)
        }
    }

    @Test func `an envelope altered or cut is refused`() {
        for index in envelope.indices {
            var bytes = envelope
            bytes[index] ^= 1
            #expect(throws: SealingError.self) {
                try hierarchy.openOpaque(bytes, purpose: "cursor", associated: [9])
            }
            #expect(throws: SealingError.self) {
                try hierarchy.openOpaque(Array(envelope[..<index]), purpose: "cursor", associated: [9])
            }
        }
    }

    @Test func `an envelope of another seed is refused`() throws {
        let other = try Installation().hierarchy
        #expect(throws: SealingError.refused) {
            try other.openOpaque(envelope, purpose: "cursor", associated: [9])
        }
    }
}
