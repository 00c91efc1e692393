import Foundation

/// On what and when something was measured.
struct Machine: Encodable {
    let date: String
    let cores: Int
    let processor: String
    let kernel: String
    /// Runnable programs in the minutes before, as `uptime` tells it; 0 for an idle machine.
    let loadBefore: String

    static func current() -> Machine {
        let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
            .split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        let kernel = (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").prefix(2)
        return Machine(
            date: Date.now.formatted(.iso8601), cores: ProcessInfo.processInfo.activeProcessorCount,
            processor: processor ?? "unknown", kernel: kernel ?? "unknown",
            loadBefore: load.map { $0.joined(separator: " ") } ?? "unknown")
    }

    var line: String { "\(date), \(cores) cores, \(processor), Linux \(kernel), load before \(loadBefore)" }
}
