public import Domain

/// Names one record: what it is, whose, under which class of key, and which of these.
///
/// Sensitivity: personal. What is stored is the address made of it, see ``KeyHierarchy/address(of:)``.
public struct RecordName: Hashable, Sendable {
    /// Which record out of those of one kind, owner and class.
    ///
    /// Texts are told apart by their UTF-8 bytes; callers normalise them first where that matters.
    public enum Discriminator: Hashable, Sendable {
        case number(UInt64)
        case texts([String])
        case bytes([UInt8])
    }

    public var kind: RecordKind
    /// Nothing for records that belong to no owner.
    public var owner: PersonID?
    public var keyClass: KeyClass
    public var discriminator: Discriminator
    /// Raised with every write of a mutable record.
    ///
    /// Bound into the box, and not part of the address: so an older box put back in the place of a newer one is
    /// refused.
    public var counter: UInt64

    public init(
        kind: RecordKind, owner: PersonID?, keyClass: KeyClass, discriminator: Discriminator, counter: UInt64 = 0
    ) {
        self.kind = kind
        self.owner = owner
        self.keyClass = keyClass
        self.discriminator = discriminator
        self.counter = counter
    }
}
