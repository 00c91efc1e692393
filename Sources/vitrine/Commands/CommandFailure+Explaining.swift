import Control
import Disclosure
import Sealing
import Storage
import Tabular

extension CommandFailure {
    /// The failure in words for the person at the keyboard; nothing for errors that explain themselves.
    init?(explaining error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as SettingsError: self.init(error.description, exitCode: .refused)
        case let error as TabularError: self.init(error.description, exitCode: .refused)
        case let error as ControlError: self.init(error.description, exitCode: .busy)
        case let error as SealingError: self.init(Self.reason(error), exitCode: .invalidData)
        case let error as StorageError: self.init(Self.reason(error), exitCode: .failure)
        case PolicyLoadError.records(let error): self.init(explaining: error)
        case PolicyLoadError.storage(let error): self.init(Self.reason(error), exitCode: .failure)
        case let error as PolicyLoadError: self.init(PolicyReport(error).text, exitCode: .refused)
        case let error as PolicyReloadError: self.init(PolicyReport(error).text, exitCode: Self.code(error))
        case let error as KeyDeskError: self.init(Self.reason(error), exitCode: .refused)
        case VaultError.storage(let error): self.init(Self.reason(error), exitCode: .failure)
        case VaultError.unreadable:
            self.init("a record that is needed does not open; run `vitrine doctor`", exitCode: .invalidData)
        case let error as Erasure.Unfinished:
            let cause = CommandFailure(explaining: error.cause)
            self.init(
                "the erasure is begun and not finished (\(cause?.message ?? "unexpected error")); it goes on by itself: ask "
                    + "`vitrine erase status \(error.id)`", exitCode: cause?.exitCode ?? .failure)
        case let error as BackupError: self.init(Self.reason(error), exitCode: .invalidData)
        default: return nil
        }
    }

    private static func code(_ error: PolicyReloadError) -> Code {
        switch error {
        case .unreadable, .invalid: .policyInvalid
        case .nothingToLoad, .refused: .refused
        case .failed: .failure
        }
    }

    private static func reason(_ error: BackupError) -> String {
        switch error {
        case .malformed: "this is no backup"
        case .unknownVersion(let version): "the backup is of version \(version), which this program does not know"
        case .foreign: "the backup was made by another installation, or under other keys"
        case .refused: "the header of the backup was altered"
        case .altered: "a piece of the backup was altered, is missing, or stands in the place of another"
        case .truncated: "the backup was cut short"
        case .overlong: "something follows after the end of the backup"
        }
    }

    private static func reason(_ error: SealingError) -> String {
        switch error {
        case .rootKeyAbsent: "the root key is missing; was the data directory made with `vitrine init`?"
        case .rootKeyExists: "there is a root key already; it is never overwritten"
        case .rootKeyPermissions: "others can read the root key; `chmod 600` it, and consider who may have read it"
        case .rootKeyNotRegularFile: "the root key is not a regular file"
        case .rootKeyMalformed: "the root key does not hold 32 bytes"
        case .rootKeyUnreadable: "the root key cannot be read"
        case .rootKeyUnwritable: "the root key cannot be written"
        case .libraryUnavailable: "libsodium does not start"
        case .passphraseTooShort: "the passphrase has fewer than \(RootKey.shortestPassphrase) bytes"
        case .passphraseParametersMalformed: "root.kdf does not say how the passphrase makes a key"
        case .passphraseParametersExcessive:
            "root.kdf asks for more than 1 GiB or 16 passes, or for less than 64 MiB; it was not written by this program"
        case .passphraseCostsTooMuch: "there is not as much memory as root.kdf asks for"
        case .recipientMalformed: "that is no X25519 key; make a pair with `vitrine keys recipient`"
        case .exportMalformed: "that is no export of keys, or not the whole of one"
        case .exportRefused: "the export was sealed to another key, altered, or signed by somebody else"
        default: "a key or record does not open; is this the root key of this data directory?"
        }
    }

    private static func reason(_ error: KeyDeskError) -> String {
        switch error {
        case .otherInstallation: "the export is of another installation"
        case .olderExport(let counter, let newest):
            "the export is number \(counter), and number \(newest) was made since; nothing was replaced"
        case .olderGeneration(let generation, let current):
            "the export holds keys of generation \(generation), and records are sealed under \(current)"
        case .incomplete(let missing): "the export lacks the keys of \(missing) people; nothing was replaced"
        case .resealing: "records are being sealed anew; wait for `vitrine keys status` to say that it is done"
        case .rotating: "another rotation is under way; wait for its end"
        }
    }

    private static func reason(_ error: StorageError) -> String {
        switch error {
        case .writeFailed(let code):
            "writing failed (SQLite code \(code)); is the disk full? nothing of the step was applied"
        case .readFailed(let code): "reading failed (SQLite code \(code)); run `vitrine doctor`"
        case .schemaMismatch(let found, let expected):
            "the database has schema \(found), this program knows \(expected); use the program that made it, or a newer one"
        case .closed: "the database is closed"
        }
    }
}
