import Foundation

/// A file, or standard input.
final class DescriptorSource: ByteSource {
    let totalBytes: Int?
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file; `-` is standard input.
    init(path: String) throws(TabularError) {
        if path == "-" {
            descriptor = STDIN_FILENO
            isOwned = false
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            isOwned = true
            guard descriptor >= 0 else { throw .cannotOpen(code: errno) }
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            totalBytes = Int(status.st_size)
        } else {
            totalBytes = nil
        }
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .cannotRead(code: errno) }
        }
    }
}
