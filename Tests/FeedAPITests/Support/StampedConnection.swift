import Foundation
import Glibc

/// A blocking connection over the loopback interface that says when the kernel received the bytes of an answer.
final class StampedConnection {
    struct Failure: Error {
        let step: String
    }

    /// An answer, and when its first and its last bytes arrived, in nanoseconds of the machine's clock.
    struct Received {
        let text: String
        let first: Int64
        let last: Int64
        /// `false` if the server closed the connection before the end.
        let isWhole: Bool
    }

    private static let timestamps: Int32 = 35  // SO_TIMESTAMPNS
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(step: "socket") }
        var isOn: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        guard setsockopt(descriptor, SOL_SOCKET, Self.timestamps, &isOn, size) == 0 else {
            throw Failure(step: "setsockopt")
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(step: "connect") }
    }

    deinit { close(descriptor) }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// Sends a request and reads its answer, as far as it comes.
    func ask(_ method: String, _ path: String, token: String, body: String? = nil) throws -> Received {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Authorization: Bearer \(token)"]
        if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")).utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            return Received(text: "", first: .max, last: .min, isWhole: false)
        }
        var text = ""
        var (first, last) = (Int64.max, Int64.min)
        repeat {
            let (part, stamp) = receive()
            if part.isEmpty { return Received(text: text, first: first, last: last, isWhole: false) }
            text += String(decoding: part, as: UTF8.self)
            (first, last) = (min(first, stamp), max(last, stamp))
        } while !Self.isWhole(text)
        return Received(text: text, first: first, last: last, isWhole: true)
    }

    private static func isWhole(_ text: String) -> Bool {
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        guard let length = text[..<end.lowerBound].firstMatch(of: /(?i)content-length: ([0-9]+)/).flatMap({ Int($0.1) })
        else { return true }
        return text[end.upperBound...].utf8.count >= length
    }

    /// What lies ready, and when the last of it arrived; nothing once the connection is closed.
    private func receive() -> ([UInt8], Int64) {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var control = [UInt64](repeating: 0, count: 32)
        let controlSize = control.count * 8
        let count = bytes.withUnsafeMutableBytes { data in
            control.withUnsafeMutableBytes { control in
                var vector = iovec(iov_base: data.baseAddress, iov_len: data.count)
                return withUnsafeMutablePointer(to: &vector) { vector in
                    var message = msghdr()
                    message.msg_iov = vector
                    message.msg_iovlen = 1
                    message.msg_control = control.baseAddress
                    message.msg_controllen = controlSize
                    return recvmsg(descriptor, &message, 0)
                }
            }
        }
        guard count > 0 else { return ([], 0) }
        // One control message: its length, level and type in 16 bytes, then seconds and nanoseconds.
        let stamp = Int64(bitPattern: control[2]) * 1_000_000_000 + Int64(bitPattern: control[3])
        return (Array(bytes.prefix(count)), stamp)
    }
}
