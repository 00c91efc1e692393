/// What sealing and opening of a backup have in common.
public enum BackupStream {
    /// What sealing adds to a piece.
    public static let overhead = SecretStream.overhead

    /// The key of one stream: bound to every byte of the header, so that no piece opens under an altered one.
    static func key(_ header: BackupHeader, parent: borrowing SecretKey) -> SecretKey {
        let bytes = header.seededBytes
        return unsafe SecretKey(in: parent.memory) { slot in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe KeyedHash.compute(into: slot, key: parent, of: bytes)
            }
        }
    }

    /// The cipher of the stream does not commit to its key, so the header does.
    static func commitment(_ header: BackupHeader, key: borrowing SecretKey) -> [UInt8] {
        let bytes = header.committedBytes
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe KeyedHash.compute(
                    into: UnsafeMutableRawBufferPointer(start: output.baseAddress, count: 32), key: key, of: bytes)
            }
            count = 32
        }
    }
}

extension KeyHierarchy {
    /// What tells this installation from others, to whoever has its keys.
    public var installationDigest: [UInt8] { digest(.installation, []) }

    /// Begins to seal a backup; the installation in the header is this one.
    public func sealBackup(_ header: BackupHeader) -> BackupSealing {
        var header = header
        header.installation = installationDigest
        return BackupSealing(header, key: backupKey, commitmentKey: backupCommitmentKey, random: random)
    }

    /// Begins to open a backup of this installation, at its header.
    public func openBackup(_ header: [UInt8]) throws(BackupError) -> BackupOpening {
        try BackupOpening(
            header, installation: installationDigest, key: backupKey, commitmentKey: backupCommitmentKey)
    }
}
