import Domain
import Sealing

extension RecordName {
    static func head(_ person: PersonID) -> RecordName {
        RecordName(kind: .head, owner: person, keyClass: .open, discriminator: .number(0))
    }

    /// Its address does not depend on the counter.
    static func segment(
        _ owner: PersonID, _ keyClass: KeyClass, _ number: Int, counter: WriteCounter = .zero
    ) -> RecordName {
        RecordName(
            kind: .segment, owner: owner, keyClass: keyClass, discriminator: .number(UInt64(number)),
            counter: counter.number)
    }

    /// The details of a purchase: they open only as those of that purchase, whose nonce its facts tell.
    ///
    /// Details are written once. Without the nonce those of another purchase, which lay there before records of an earlier
    /// day were taken up, could be put in the place of those that came to lie there since. The address does not depend on it.
    static func details(_ owner: PersonID, _ keyClass: KeyClass, _ ordinal: UInt32, of nonce: UInt64 = 0) -> RecordName
    {
        RecordName(
            kind: .details, owner: owner, keyClass: keyClass, discriminator: .number(UInt64(ordinal)), counter: nonce)
    }

    static func purchase(_ key: PurchaseKey) -> RecordName {
        RecordName(
            kind: .purchaseIndex, owner: nil, keyClass: .service,
            discriminator: .texts([key.source, key.order, key.line]))
    }

    static func directory(_ handle: Handle) -> RecordName {
        RecordName(kind: .directory, owner: nil, keyClass: .service, discriminator: .texts([handle.text]))
    }

    static func shop(_ owner: PersonID, counter: WriteCounter) -> RecordName {
        RecordName(
            kind: .shop, owner: owner, keyClass: .open, discriminator: .number(0), counter: counter.number)
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
