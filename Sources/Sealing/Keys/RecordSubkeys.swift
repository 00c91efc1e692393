/// The two keys that seal records of one kind under one key.
final class RecordSubkeys: Sendable {
    let encryption: SecretKey
    let commitment: SecretKey

    init(encryption: consuming SecretKey, commitment: consuming SecretKey) {
        self.encryption = encryption
        self.commitment = commitment
    }

    /// Derives both.
    convenience init(
        of parent: borrowing SecretKey, scope: SubkeyPath.Scope, kind: UInt16, classCode: UInt8
    ) {
        let encryption = SubkeyPath(scope: scope, kind: kind, classCode: classCode, use: .encryption)
        let commitment = SubkeyPath(scope: scope, kind: kind, classCode: classCode, use: .commitment)
        self.init(encryption: encryption.derive(from: parent), commitment: commitment.derive(from: parent))
    }
}
