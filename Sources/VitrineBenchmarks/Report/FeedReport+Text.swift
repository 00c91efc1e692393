import Foundation

extension FeedReport {
    var text: String {
        var lines = [
            machine.line, "\(people) people; hot viewer \(hotViewer), pages of \(bodyBytes) bytes", "",
            Measured.heading,
        ]
        lines += rows.map(\.line)
        lines.append("")
        lines += memory.map {
            String(
                format: "memory %@: %.0f MB resident (%.0f MB without mapped files), %.0f MB at most", $0.moment,
                $0.residentMB,
                $0.anonymousMB, $0.peakMB)
        }
        lines += ratios.sorted { $0.key < $1.key }.map { String(format: "%@: %.2f", $0.key, $0.value) }
        lines += beside.flatMap(\.lines)
        return lines.joined(separator: "\n")
    }
}

extension FeedReport.Beside {
    fileprivate var lines: [String] {
        [
            String(
                format: "%@: writes %.0f/s wanted, %.0f/s done, p50 %.2f ms, p99 %.2f ms", load, wantedWritesPerSecond,
                writesPerSecond, writeP50, writeP99),
            String(
                format: "%@: narrowings %.0f/s wanted, %.0f/s done, p50 %.2f ms, p99 %.2f ms", load,
                wantedNarrowingsPerSecond,
                narrowingsPerSecond, narrowingP50, narrowingP99),
            "\(load): refused \(refused); \(pagesChecked) pages checked so far, \(staleItems) stale items",
        ]
    }
}
