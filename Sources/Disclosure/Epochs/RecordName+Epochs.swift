import Domain
import Sealing

extension RecordName {
    /// Whose shops a person looked at, until the epoch is closed; gone by their next visit, and by the next monthly tick.
    ///
    /// It lies with the visitor, sealed like what nobody but them may see: it goes when they are erased, and no shop
    /// holds a word of it. It has one place, which no epoch or day is part of, so that an erasure also finds it in an
    /// older copy of the records.
    static func visits(of visitor: PersonID) -> RecordName { aggregate("visits", visitor, .withheld) }

    /// What a person bought through shops; it lies with the buyer, as visits do.
    static func sales(of buyer: PersonID) -> RecordName { aggregate("sales", buyer, .withheld) }

    /// What is released of a shop.
    static func standing(of owner: PersonID) -> RecordName { aggregate("standing", owner, .open) }

    /// Which epochs were closed, and what that cost.
    static var epochLog: RecordName {
        RecordName(kind: .aggregate, owner: nil, keyClass: .service, discriminator: .texts(["epochs"]))
    }

    private static func aggregate(_ purpose: String, _ owner: PersonID, _ keyClass: KeyClass) -> RecordName {
        RecordName(kind: .aggregate, owner: owner, keyClass: keyClass, discriminator: .texts([purpose]))
    }
}
