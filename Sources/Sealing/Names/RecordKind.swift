/// What a record holds.
///
/// The numbers stand for ever: they are part of every address and every subkey.
///
/// From 0xFF00 on the numbers are kept for what is sealed without being a record, see `ReservedKind`.
public enum RecordKind: UInt16, Sendable, CaseIterable {
    case head = 1
    case segment = 2
    case details = 3
    case purchaseIndex = 4
    case itemIndex = 5
    case shop = 6
    case history = 7
    case directory = 8
    case roster = 9
    case token = 10
    case tokenRoster = 11
    case consentHistory = 12
    case idempotency = 13
    /// What the records have come to; beside them.
    case recordsMark = 14
    /// Which transaction was begun last; beside the wraps.
    case transaction = 15
    /// The write counter of a record that no other record holds the counter of; beside the wraps.
    case counter = 16
    /// Generation, re-sealing, exports; beside the wraps.
    case keyState = 17
    /// How far the narrowing journal has come; beside the wraps.
    case journalMark = 18
    /// What a person's exposure was last narrowed to.
    case floor = 19
    /// That a token was revoked.
    case revocation = 20
    /// That a person was erased, and which boxes went with them.
    case tombstone = 21
    /// The names of all policy revisions, in their order.
    case revisionRegister = 22
    /// What a change of catalogue or taxonomy hid; beside the wraps.
    case catalogueNote = 23
    /// What counts in an epoch, and what was released of it.
    case aggregate = 24
    /// How far an erasure is, and what its certificate says; beside the wraps.
    case erasure = 25
}
