/// The capability to seal and open records of one class: of one owner, or of the service.
///
/// The bytes never leave this module; they lie in locked memory and are zeroed when the last reference goes.
public final class RecordKey<Class: SealingClass>: Sendable {
    let ring: KeyRing

    init(_ key: consuming SecretKey) {
        ring = KeyRing(key, keyClass: Class.keyClass)
    }
}
