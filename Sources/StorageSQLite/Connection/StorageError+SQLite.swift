import GRDB
import Storage

extension StorageError {
    /// What went wrong while reading: SQLite's extended result code, none of its texts, which may quote values.
    init(reading error: any Error) {
        self = (error as? StorageError) ?? .readFailed(code: Self.code(of: error))
    }

    /// What went wrong while writing.
    init(writing error: any Error) {
        self = (error as? StorageError) ?? .writeFailed(code: Self.code(of: error))
    }

    private static func code(of error: any Error) -> Int32 {
        (error as? DatabaseError)?.extendedResultCode.rawValue ?? ResultCode.SQLITE_ERROR.rawValue
    }
}
