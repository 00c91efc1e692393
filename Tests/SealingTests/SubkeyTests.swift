import Testing

@testable import Sealing

@Suite struct SubkeyTests {
    private static var paths: [SubkeyPath] {
        var uses: [SubkeyPath.Use] = [.encryption, .commitment, .nonce, .parent]
        uses += DigestPurpose.allCases.map { .digest($0) }
        let kinds = [0] + RecordKind.allCases.map(\.rawValue) + ReservedKind.allCases.map(\.rawValue)
        let classes = [ReservedKind.classCode] + KeyClass.allCases.map(\.rawValue)
        return SubkeyPath.Scope.allCases.flatMap { scope in
            kinds.flatMap { kind in
                classes.flatMap { classCode in
                    uses.map { SubkeyPath(scope: scope, kind: kind, classCode: classCode, use: $0) }
                }
            }
        }
    }

    @Test func `no two subkeys are the same`() throws {
        let parent = try Installation.secretKey([UInt8](0..<32))
        let keys = Self.paths.map { path in path.derive(from: parent).withBytes { [UInt8]($0) } }
        // Scopes; kinds, the numbered ones, five reserved ones and none; classes and none; uses.
        #expect(keys.count == 9 * (25 + 5 + 1) * (3 + 1) * (4 + DigestPurpose.allCases.count))
        #expect(Set(keys).count == keys.count)
        #expect(!keys.contains([UInt8](repeating: 0, count: 32)))
    }

    @Test func `names that begin alike give other keys`() throws {
        let parent = try Installation.secretKey([UInt8](0..<32))
        let one = SubkeyPath(scope: .digest, use: .digest(.token)).derive(from: parent)
        let other = SubkeyPath(scope: .digest, use: .digest(.tie)).derive(from: parent)
        let isSame = one.isEqual(to: other)
        #expect(!isSame)
    }

    @Test func `kinds are numbered without a gap`() {
        #expect(RecordKind.allCases.map(\.rawValue) == Array(1...UInt16(RecordKind.allCases.count)))
        #expect(RecordKind.allCases.allSatisfy { $0.rawValue < 0xFF00 })
    }

    @Test func `a subkey is derived once`() throws {
        let ring = KeyRing(try Installation.secretKey([UInt8](0..<32)), keyClass: .open)
        let first = ring.subkeys(for: .details)
        #expect(ring.subkeys(for: .details) === first)
        #expect(ring.subkeys(for: .segment) !== first)
    }
}
