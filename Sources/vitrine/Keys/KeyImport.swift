import Disclosure
import Domain
import Foundation
import Sealing
import Storage
import StorageSQLite

/// An import of keys into a data directory, with the files that go with it.
struct KeyImport {
    let directory: DataDirectory
    let policy: PolicyOrigin
    let clock: any WallClock

    /// Returns how many owners were taken in.
    func run(export file: String, secretKey: String, signer: String?) async throws -> Int {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("`\(file)` cannot be read", exitCode: .refused)
        }
        var secret = try RecipientFile.secretKey(in: secretKey)
        defer { for index in secret.indices { secret[index] = 0 } }
        let isThere = FileManager.default.fileExists(atPath: directory.keys)
        guard isThere || signer != nil else {
            throw CommandFailure(
                "there are no keys to compare the signature with; say with `--signer` whose it has to be",
                exitCode: .refused)
        }
        let trusted = try signer.map { text in
            guard let key = Base64URL.decode(text), key.count == SigningKey.publicKeyByteCount else {
                throw CommandFailure("`--signer` takes a key as `vitrine keys status` prints it", exitCode: .refused)
            }
            return key
        }
        let export = try KeyExport.open(Array(bytes), secretKey: secret, signer: trusted)
        if isThere { return try await take(export, into: directory, recounting: false) }
        // Made beside, so that nothing half stands in its place.
        var made = directory
        made.keysOverride = directory.keys + ".new"
        DurableFile.remove(made.keys)
        let store = try SQLiteKeyStore.create(path: made.keys)
        let root: RootKey
        if case .file(let path) = directory.rootSource,
            !FileManager.default.fileExists(atPath: path ?? directory.rootKey)
        {
            root = try directory.makeRoot()
        } else {
            root = try directory.root()
        }
        var batch = SealedBatch()
        batch.put(export.wrappedSeed(root: root, random: SodiumRandom()), at: KeyHierarchy.seedAddress)
        try await store.commit(batch)
        try store.close()
        let owners = try await take(export, into: made, recounting: true)
        // A log that was left behind would be taken for that of the new file.
        for suffix in ["-wal", "-shm"] { DurableFile.remove(directory.keys + suffix) }
        try DurableFile.move(made.keys, to: directory.keys)
        return owners
    }

    private func take(_ export: KeyExport, into directory: DataDirectory, recounting: Bool) async throws -> Int {
        let installation = try await Installation.open(
            directory, policy: policy, clock: clock, records: recounting ? .withoutKeys : .served)
        let desk = installation.point.keyDesk
        if !recounting, try await desk.signingKey().publicKey != export.signer { throw SealingError.exportRefused }
        let owners = try await desk.take(export, recounting: recounting)
        try await installation.close()
        return owners
    }
}
