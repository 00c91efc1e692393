/// Why a backup cannot be read.
public enum BackupError: Error, Equatable, Sendable {
    /// It is no backup.
    case malformed
    case unknownVersion(UInt8)
    /// It was made by another installation, or under another root.
    case foreign
    /// Its header was altered.
    case refused
    /// A piece was altered, is missing, or stands in the place of another.
    case altered
    /// It ends before its end.
    case truncated
    /// Something follows after its end.
    case overlong
}
