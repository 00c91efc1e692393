import Domain
import Sealing

/// What is kept beside the keys, and the mark that ties both databases together.
extension RecordName {
    /// The write counter of a record that no other record holds the counter of, by that record's address.
    static func counter(of address: Address) -> RecordName {
        RecordName(kind: .counter, owner: nil, keyClass: .service, discriminator: .bytes(address.bytes))
    }

    /// Which write was begun last, and what it changes; parts from 1 on hold what is too much for one record.
    static func transaction(part: Int = 0) -> RecordName {
        RecordName(
            kind: .transaction, owner: nil, keyClass: .service, discriminator: .number(UInt64(part)))
    }

    /// What the records have come to; the only one of these that lies with the records.
    static let recordsMark = RecordName(
        kind: .recordsMark, owner: nil, keyClass: .service, discriminator: .number(0))

    static let keyState = RecordName(kind: .keyState, owner: nil, keyClass: .service, discriminator: .number(0))

    func counted(_ counter: WriteCounter) -> RecordName {
        var name = self
        name.counter = counter.number
        return name
    }
}
