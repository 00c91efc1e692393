import Foundation

/// What a process uses of the machine, as the kernel tells it.
struct ProcessUse: Sendable {
    /// Kilobytes that are resident now and that were at most, and those that are no mapped file.
    let residentKB: Int
    let peakKB: Int
    let anonymousKB: Int
    /// Seconds of processor time so far.
    let processorSeconds: Double

    init(of process: Int32) throws {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        func kilobytes(_ name: String) -> Int {
            status.split(separator: "\n").first { $0.hasPrefix(name) }
                .flatMap { $0.split { $0 == " " || $0 == "\t" }.dropFirst().first }.flatMap { Int($0) } ?? 0
        }
        (residentKB, peakKB) = (kilobytes("VmRSS:"), kilobytes("VmHWM:"))
        anonymousKB = kilobytes("RssAnon:")
        // Fields 14 and 15, counted from behind the name in brackets (proc(5)).
        let fields =
            try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            .split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 13, let inProgram = Double(fields[11]), let inKernel = Double(fields[12]) else {
            throw BenchFailure("`/proc/\(process)/stat` cannot be read")
        }
        processorSeconds = (inProgram + inKernel) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
