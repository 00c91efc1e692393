import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the process uses of the machine at a moment.
public struct ProcessResources: Sendable {
    public let residentBytes: Int64
    public let processorNanoseconds: Int64
    public let openFiles: Int64

    public init(residentBytes: Int64, processorNanoseconds: Int64, openFiles: Int64) {
        self.residentBytes = residentBytes
        self.processorNanoseconds = processorNanoseconds
        self.openFiles = openFiles
    }

    /// As the kernel tells it; zero for what it does not tell.
    public static func current() -> ProcessResources {
        var usage = rusage()
        // RUSAGE_SELF, whose name is imported with another type by every C library.
        getrusage(__rusage_who_t(0), &usage)
        let seconds = Int64(usage.ru_utime.tv_sec) + Int64(usage.ru_stime.tv_sec)
        let micros = Int64(usage.ru_utime.tv_usec) + Int64(usage.ru_stime.tv_usec)
        let pages = FileManager.default.contents(atPath: "/proc/self/statm")
            .map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
            .flatMap { $0.count > 1 ? Int64($0[1]) : nil }
        let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        return ProcessResources(
            residentBytes: (pages ?? 0) * Int64(sysconf(Int32(_SC_PAGESIZE))),
            processorNanoseconds: seconds * 1_000_000_000 + micros * 1000, openFiles: Int64(files ?? 0))
    }
}
