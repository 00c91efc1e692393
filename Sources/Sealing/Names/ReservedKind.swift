/// What is sealed in the record format without being a record.
///
/// The numbers stand for ever.
enum ReservedKind: UInt16, CaseIterable {
    /// The two keys of an owner.
    case ownerKeys = 0xFF01
    /// The derivation seed.
    case seed = 0xFF02
    /// Opaque envelopes for cursors, marks and consistency tokens.
    case envelope = 0xFF03
    /// The key that exports and certificates are signed with.
    case signingKey = 0xFF05

    /// Stands where a record has its key class.
    static let classCode: UInt8 = 0
}
