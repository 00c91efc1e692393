/// Why something cannot be done with the keys.
public enum KeyDeskError: Error, Equatable, Sendable {
    /// The export is of another installation.
    case otherInstallation
    /// The export is older than another that was made or taken in.
    case olderExport(counter: UInt64, newest: UInt64)
    /// Records were sealed under newer keys since the export was made.
    case olderGeneration(UInt32, current: UInt32)
    /// People are there of whom the export has no keys.
    case incomplete(missing: Int)
    /// Records are being sealed anew; that has to end first.
    case resealing
    /// Another root key is about to take the place of the one in use.
    case rotating
}
