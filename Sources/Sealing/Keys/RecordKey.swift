/// The capability to seal and open records of one class: of one owner, or of the service.
///
/// The bytes never leave this module; they lie in locked memory and are zeroed when the last reference goes.
public final class RecordKey<Class: SealingClass>: Sendable {
    /// One a generation, the newest last: more than one while records are being sealed anew.
    private let rings: [KeyRing]

    /// Precondition: one at least.
    init(_ rings: [KeyRing]) {
        precondition(!rings.isEmpty, "a record key is a key")
        self.rings = rings
    }

    /// What new records are sealed under.
    var sealing: KeyRing { rings[rings.count - 1] }

    /// What a record of a generation opens under.
    func ring(_ generation: UInt32) -> KeyRing? {
        rings.last { $0.generation == generation }
    }
}
