/// The key that wraps all others, in locked memory, zeroed when the value goes.
///
/// Sensitivity: whoever has it and a copy of the files reads everything.
public struct RootKey: ~Copyable, Sendable {
    let key: SecretKey

    init(_ key: consuming SecretKey) {
        self.key = key
    }

    /// A new key from the operating system's generator.
    public static func generate() throws(SealingError) -> RootKey {
        RootKey(SecretKey(in: try LockedMemory(), random: SodiumRandom()))
    }

    /// The keys that seal wraps of one kind.
    func wrapKeys(for kind: ReservedKind) -> RecordSubkeys {
        RecordSubkeys(of: key, scope: .wrap, kind: kind.rawValue, classCode: ReservedKind.classCode)
    }
}
