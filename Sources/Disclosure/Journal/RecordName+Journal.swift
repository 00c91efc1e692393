import Domain
import Sealing

extension RecordName {
    /// How far the journal has come.
    static let journalMark = RecordName(kind: .journalMark, owner: nil, keyClass: .service, discriminator: .number(0))

    static let revisionRegister = RecordName(
        kind: .revisionRegister, owner: nil, keyClass: .service, discriminator: .number(0))

    /// Under the service's key, so that the journal opens whatever becomes of the owner's keys; it is deleted with them.
    static func floor(_ person: PersonID) -> RecordName {
        RecordName(kind: .floor, owner: person, keyClass: .service, discriminator: .number(0))
    }

    /// Into which category a product was put when that hid something.
    static func productNote(_ product: ProductID) -> RecordName {
        RecordName(kind: .catalogueNote, owner: nil, keyClass: .service, discriminator: .texts([product.text]))
    }

    /// Which taxonomy there was last.
    static let taxonomyNote = RecordName(
        kind: .catalogueNote, owner: nil, keyClass: .service, discriminator: .number(0))

    static func revocation(_ token: [UInt8]) -> RecordName {
        RecordName(kind: .revocation, owner: nil, keyClass: .service, discriminator: .bytes(token))
    }

    /// How many tombstones there are.
    static let tombstoneCount = RecordName(kind: .tombstone, owner: nil, keyClass: .service, discriminator: .number(0))

    /// A tombstone, numbered from one: part 0 says what it is of, the others hold addresses.
    static func tombstone(_ number: UInt64, part: Int) -> RecordName {
        RecordName(
            kind: .tombstone, owner: nil, keyClass: .service, discriminator: .number(number << 24 | UInt64(part)))
    }

    /// Which erasures have a record.
    static let erasureNumbers = RecordName(kind: .erasure, owner: nil, keyClass: .service, discriminator: .number(0))

    /// An erasure that is not acknowledged, numbered from one: part 0 says how far it is, the others hold traces.
    static func erasure(_ number: UInt64, part: Int) -> RecordName {
        RecordName(
            kind: .erasure, owner: nil, keyClass: .service, discriminator: .number(number << 24 | UInt64(part)))
    }
}
