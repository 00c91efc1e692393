/// Says which subkey of a key is meant, in one canonical, length-prefixed form.
///
/// A subkey is keyed BLAKE2b-256 over the form. libsodium's `crypto_kdf` is not used: of a name it reads eight bytes,
/// so that longer names with the same beginning would give the same key.
struct SubkeyPath: Hashable, Sendable {
    enum Scope: String, CaseIterable {
        case record, wrap, envelope, address, service, digest, keeper, signing, backup
    }

    enum Use: Hashable, Sendable {
        case encryption, commitment, nonce, parent
        case digest(DigestPurpose)

        fileprivate var text: String {
            switch self {
            case .encryption: "encryption"
            case .commitment: "commitment"
            case .nonce: "nonce"
            case .parent: "parent"
            case .digest(let purpose): "digest." + purpose.rawValue
            }
        }
    }

    let scope: Scope
    var kind: UInt16 = 0
    var classCode: UInt8 = 0
    let use: Use

    func derive(from parent: borrowing SecretKey) -> SecretKey {
        unsafe SecretKey(in: parent.memory) { slot in
            unsafe withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { buffer in
                var writer = unsafe CanonicalWriter(buffer)
                writer.append("vitrine.subkey")
                writer.append(scope.rawValue)
                writer.append(kind)
                writer.append(classCode)
                writer.append(RecordHeader.version)
                writer.append(use.text)
                unsafe KeyedHash.compute(into: slot, key: parent, of: writer.written())
            }
        }
    }
}
