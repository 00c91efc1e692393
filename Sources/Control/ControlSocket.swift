import Foundation

/// The file in a data directory over which its owner takes requests.
public enum ControlSocket {
    /// Its name in the data directory.
    public static let fileName = "control.sock"

    /// A socket address holds 108 bytes, one of them the closing zero (unix(7)).
    static let maximumPathLength = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// A socket that listens at the path and that its owner alone can connect to.
    ///
    /// A socket file that nobody answers on is left over from a process that was killed, and is replaced. The caller
    /// holds the lock of the data directory, so nobody else can be about to do the same.
    static func listen(at path: String) throws(ControlError) -> Int32 {
        var address = try self.address(of: path)
        try removeStaleSocket(at: path, address: address)
        let descriptor = try makeSocket()
        // The mode is set before the file exists: at no moment can anybody else connect.
        guard fchmod(descriptor, 0o600) == 0, call(bind, descriptor, &address) == 0, chmod(path, 0o600) == 0,
            Foundation.listen(descriptor, SOMAXCONN) == 0
        else {
            let code = errno
            close(descriptor)
            throw .system(code: code)
        }
        return descriptor
    }

    static func address(of path: String) throws(ControlError) -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count <= maximumPathLength else {
            throw .pathTooLong(length: bytes.count, limit: maximumPathLength)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }

    private static func removeStaleSocket(at path: String, address: sockaddr_un) throws(ControlError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .system(code: errno) }
            return
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket }
        let descriptor = try makeSocket()
        defer { close(descriptor) }
        var address = address
        guard call(connect, descriptor, &address) != 0 else { throw .alreadyServed }
        guard errno == ECONNREFUSED else { throw .system(code: errno) }
        guard unlink(path) == 0 || errno == ENOENT else { throw .system(code: errno) }
    }

    private static func makeSocket() throws(ControlError) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(code: errno) }
        return descriptor
    }

    /// `bind` or `connect` with an address of this family.
    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32,
        _ address: inout sockaddr_un
    ) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
