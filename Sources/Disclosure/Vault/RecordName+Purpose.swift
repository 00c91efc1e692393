import Domain
import Sealing

extension RecordName {
    static func head(_ person: PersonID) -> RecordName {
        RecordName(kind: .head, owner: person, keyClass: .open, discriminator: .number(0))
    }

    static func segment(_ owner: PersonID, _ keyClass: KeyClass, _ number: Int, counter: UInt32) -> RecordName {
        RecordName(
            kind: .segment, owner: owner, keyClass: keyClass, discriminator: .number(UInt64(number)),
            counter: UInt64(counter))
    }

    static func details(_ owner: PersonID, _ keyClass: KeyClass, _ ordinal: UInt32) -> RecordName {
        RecordName(kind: .details, owner: owner, keyClass: keyClass, discriminator: .number(UInt64(ordinal)))
    }

    static func purchase(_ key: PurchaseKey) -> RecordName {
        RecordName(
            kind: .purchaseIndex, owner: nil, keyClass: .service,
            discriminator: .texts([key.source, key.order, key.line]))
    }

    static func directory(_ handle: Handle) -> RecordName {
        RecordName(kind: .directory, owner: nil, keyClass: .service, discriminator: .texts([handle.text]))
    }

    static func shop(_ owner: PersonID, counter: UInt32) -> RecordName {
        RecordName(
            kind: .shop, owner: owner, keyClass: .open, discriminator: .number(0), counter: UInt64(counter))
    }

    static func history(_ owner: PersonID, _ number: UInt32) -> RecordName {
        RecordName(kind: .history, owner: owner, keyClass: .open, discriminator: .number(UInt64(number)))
    }

    static func token(_ digest: [UInt8]) -> RecordName {
        RecordName(kind: .token, owner: nil, keyClass: .service, discriminator: .bytes(digest))
    }

    /// Part of a list of everything of one kind; part 0 says how many entries there are.
    static func roster(_ kind: RecordKind, _ part: UInt64) -> RecordName {
        RecordName(kind: kind, owner: nil, keyClass: .service, discriminator: .number(part))
    }
}
