import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Until when figures were released, and the era that their noise belongs to: beside the keys, where no older copy of the
/// records changes it.
///
/// What was released once for an epoch must not be released for it again: another count with the same noise would tell by how
/// much it differs. Older records know nothing of later epochs; these are passed over. Where even this mark was lost, with
/// the keys that were imported again, everything that is released from then on has other noise.
struct EpochMark: Equatable {
    var until: Instant?
    var noiseEra: UInt32 = 0

    /// Nothing when there is none.
    static func read(_ vault: Vault) async throws(VaultError) -> EpochMark? {
        guard let box = try await vault.keyBoxes([.epochMark])[0] else { return nil }
        let mark = vault.open(box, as: .epochMark, with: vault.keys.keeperKey) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return EpochMark(
                until: Instant(seconds: try cursor.number(in: bytes)), noiseEra: try cursor.number(in: bytes))
        }
        guard let mark else { throw .unreadable }
        return mark
    }

    func put(in batch: inout SealedBatch, _ vault: Vault) {
        guard let until else { return }
        var writer = RecordWriter(reserving: 12)
        writer.put(until.seconds)
        writer.put(noiseEra)
        NarrowingJournal(vault: vault).put(writer.bytes, as: .epochMark, in: &batch)
    }

    func write(_ vault: Vault) async throws(VaultError) {
        var batch = SealedBatch()
        put(in: &batch, vault)
        do {
            try await vault.keyStore.append(batch)
        } catch {
            throw .storage(error)
        }
    }
}

extension RecordName {
    static let epochMark = RecordName(kind: .journalMark, owner: nil, keyClass: .service, discriminator: .number(1))
}

extension RecordWriter {
    mutating func put(_ epoch: TimeBucket) {
        put(epoch.size.rawValue)
        put(epoch.index)
    }
}

extension RecordCursor {
    mutating func epoch(in bytes: Span<UInt8>) throws(RecordFormatError) -> TimeBucket {
        guard let size = TimeBucket.Size(rawValue: try number(in: bytes)) else { throw .malformed }
        return TimeBucket(size: size, index: try number(in: bytes))
    }
}
