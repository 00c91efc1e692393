#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file of the operating system, closed when the value goes.
struct KeyFile: ~Copyable {
    private let descriptor: CInt

    /// Opens an existing regular file that its owner alone may use.
    ///
    /// `O_NOFOLLOW`: what the path names is checked, not what it points to. `O_NONBLOCK`: a pipe does not hold us up.
    ///
    /// systemd shows a credential as readable by a group, which is empty: an access list lets the service's own user in.
    init(reading path: String, isCredential: Bool = false) throws(SealingError) {
        descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .rootKeyAbsent : errno == ELOOP ? .rootKeyNotRegularFile : .rootKeyUnreadable
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .rootKeyUnreadable }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .rootKeyNotRegularFile }
        guard status.st_mode & (isCredential ? 0o037 : 0o077) == 0 else { throw .rootKeyPermissions }
    }

    /// Makes a file that was not there, of mode 0600.
    init(creating path: String) throws(SealingError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw errno == EEXIST ? .rootKeyExists : .rootKeyUnwritable }
        guard fchmod(descriptor, 0o600) == 0 else { throw .rootKeyUnwritable }
    }

    /// Opens a directory, to bring its entries to the disk.
    init(directory path: String) throws(SealingError) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .rootKeyUnwritable }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// Fills the buffer as far as the file goes, and returns how far.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SealingError) -> Int {
        var count = 0
        while count < buffer.count {
            let got = unsafe read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw .rootKeyUnreadable }
            if got == 0 { break }
            count += got
        }
        return count
    }

    func append(_ buffer: UnsafeRawBufferPointer) throws(SealingError) {
        var count = 0
        while count < buffer.count {
            let put = unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
            if put < 0 && errno == EINTR { continue }
            guard put > 0 else { throw .rootKeyUnwritable }
            count += put
        }
    }

    /// Returns when what was written is on the disk.
    func synchronize() throws(SealingError) {
        guard fsync(descriptor) == 0 else { throw .rootKeyUnwritable }
    }

    /// Takes a half-written file away again.
    static func remove(_ path: String) {
        _ = unsafe unlink(path)
    }
}
