import Synchronization

/// A record key with those of its subkeys that have been needed so far.
final class KeyRing: Sendable {
    private let key: SecretKey
    private let keyClass: KeyClass
    let generation: UInt32
    /// By record kind.
    ///
    /// Bounded: two subkeys a kind.
    private let subkeys = Mutex<[RecordSubkeys?]>(Array(repeating: nil, count: RecordKind.allCases.count))

    init(_ key: consuming SecretKey, keyClass: KeyClass, generation: UInt32 = RecordHeader.firstGeneration) {
        self.key = key
        self.generation = generation
        self.keyClass = keyClass
    }

    func subkeys(for kind: RecordKind) -> RecordSubkeys {
        subkeys.withLock { known in
            // The numbers of the kinds run from 1 without a gap.
            let index = Int(kind.rawValue) - 1
            if let pair = known[index] { return pair }
            let pair = RecordSubkeys(of: key, scope: .record, kind: kind.rawValue, classCode: keyClass.rawValue)
            known[index] = pair
            return pair
        }
    }
}
