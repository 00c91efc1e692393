public import Domain
import Sealing

extension PersonalRecords {
    /// Bytes that nobody can guess.
    public func secret(byteCount: Int) -> [UInt8] { vault.random.bytes(byteCount) }

    /// A public name that is given to nothing else.
    public func name() -> String { vault.random.name() }

    /// A keyed digest by which a secret of a person is known again without being kept.
    public func digest(ofSecret secret: [UInt8], of person: PersonID) -> [UInt8] {
        let owner = withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }
        return vault.keys.digest(.tie, [Array("secret".utf8), owner, secret])
    }
}
