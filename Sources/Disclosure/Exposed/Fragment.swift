import Synchronization

/// How an item is written, once it has been: what shows it again copies the bytes.
final class Fragment: Sendable {
    private let written = Mutex<[UInt8]?>(nil)

    func bytes<Failure: Error>(_ write: () throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8] {
        if let bytes = written.withLock(\.self) { return bytes }
        let bytes = try write()
        written.withLock { $0 = bytes }
        return bytes
    }
}

extension ExposedItem {
    /// The item as it was written first; every writing of it gives the same bytes.
    public func written<Failure: Error>(
        _ write: (ExposedItem) throws(Failure) -> [UInt8]
    ) throws(Failure) -> [UInt8] {
        try fragment.bytes { () throws(Failure) in try write(self) }
    }
}
