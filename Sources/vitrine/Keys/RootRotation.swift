import Disclosure
import Domain
import Foundation
import Sealing

/// A rotation of the root key, with the files that go with it.
///
/// The new key is on disk, beside the old one, before anything is wrapped under it; all wraps change in one write; then the
/// new file takes the place of the old one. Whoever opens the directory in between finds out which of the two is in force.
struct RootRotation {
    let directory: DataDirectory
    let desk: KeyDesk
    var observer: StepObserver = { _ in }

    static let suffix = ".new"

    /// Returns how many owners there are.
    func run(newKeyFile: String?, newPassphraseFile: String?) async throws -> Int {
        for file in [newKeyFile, newPassphraseFile].compactMap(\.self) { try directory.refuseDatabase(file) }
        switch directory.rootSource {
        case .file(let path):
            let target = path ?? directory.rootKey
            try refuseUnfinished(target)
            let root = try newKeyFile.map { try RootKey(contentsOfFile: $0) } ?? RootKey.generate()
            try root.write(toNewFile: target + Self.suffix)
            let owners = try await desk.rotate(to: root, observer: observer)
            try DurableFile.move(target + Self.suffix, to: target)
            return owners
        case .passphrase:
            guard let newPassphraseFile else {
                throw CommandFailure(
                    "name the file of the new passphrase with `--new-passphrase-file`", exitCode: .refused)
            }
            var words = try Passphrase.contents(of: newPassphraseFile)
            let parameters = PassphraseParameters.generate(random: SodiumRandom())
            let root = try RootKey(passphrase: &words, parameters: parameters)
            let target = directory.passphraseParameters
            try refuseUnfinished(target)
            try DurableFile.write(Array(parameters.text.utf8), toNew: target + Self.suffix)
            let owners = try await desk.rotate(to: root, observer: observer)
            try DurableFile.move(target + Self.suffix, to: target)
            return owners
        case .credential, .environment:
            guard let newKeyFile else {
                throw CommandFailure(
                    "the root key comes from \(directory.rootName), which this program cannot change; name the file of the "
                        + "new one with `--new-root-key`, and put it there afterwards", exitCode: .refused)
            }
            return try await desk.rotate(to: try RootKey(contentsOfFile: newKeyFile), observer: observer)
        }
    }
}

extension RootRotation {
    /// What an earlier rotation left may be the root key in force, on no other disk.
    private func refuseUnfinished(_ target: String) throws {
        guard FileManager.default.fileExists(atPath: target + Self.suffix) else { return }
        throw CommandFailure(
            "another rotation is under way, or one that failed has left `\(target + Self.suffix)`, which may be the key in force; "
                + "stop the server and run `vitrine keys status`, which finds out", exitCode: .refused)
    }
}

extension DataDirectory {
    /// The root key in force, of those that a rotation cut short has left.
    func root(opening seed: SealedBox) throws -> RootKey {
        switch rootSource {
        case .file(let path):
            let file = path ?? rootKey
            let next = file + RootRotation.suffix
            guard FileManager.default.fileExists(atPath: next) else { return try root() }
            if let newer = try? RootKey(contentsOfFile: next), KeyHierarchy.opens(seed, root: newer) {
                try DurableFile.move(next, to: file)
                return newer
            }
            // The wraps were not written: the old key stays, and the new one opens nothing.
            let older = try root()
            if KeyHierarchy.opens(seed, root: older) { DurableFile.remove(next) }
            return older
        case .passphrase:
            let next = passphraseParameters + RootRotation.suffix
            guard FileManager.default.fileExists(atPath: next) else { return try root() }
            let words = try Passphrase.read("passphrase of \(self.path): ")
            var copy = words
            if let newer = try? RootKey(passphrase: &copy, parameters: try parameters(next)),
                KeyHierarchy.opens(seed, root: newer)
            {
                try DurableFile.move(next, to: passphraseParameters)
                return newer
            }
            copy = words
            let older = try RootKey(passphrase: &copy, parameters: try parameters(passphraseParameters))
            if KeyHierarchy.opens(seed, root: older) { DurableFile.remove(next) }
            return older
        case .credential, .environment: return try root()
        }
    }
}
