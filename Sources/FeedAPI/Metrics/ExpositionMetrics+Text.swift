extension ExpositionMetrics {
    /// The media type of the text.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// Everything that is kept, in Prometheus' text format, sorted; what the process uses is told as it is now.
    func text(resources: ProcessResources) -> String {
        var series = snapshot
        let memory = GaugeSeries()
        memory.set(resources.residentBytes)
        let files = GaugeSeries()
        files.set(resources.openFiles)
        series[Key(name: .residentMemory, values: [])] = .gauge(memory)
        series[Key(name: .openFiles, values: [])] = .gauge(files)
        var lines: [String] = []
        for name in MetricName.allCases {
            var own = series.filter { $0.key.name == name }.sorted {
                $0.key.values.lexicographicallyPrecedes($1.key.values)
            }
            .flatMap(Self.lines)
            if name == .processorTime { own = ["\(name.rawValue) \(Self.decimal(resources.processorNanoseconds))"] }
            guard !own.isEmpty else { continue }
            lines.append("# HELP \(name.rawValue) \(name.text)")
            lines.append("# TYPE \(name.rawValue) \(name.kind.rawValue)")
            lines += own
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ key: Key, _ series: Series) -> [String] {
        let name = key.name.rawValue
        let pairs = zip(key.name.labels, key.values).map { #"\#($0.rawValue)="\#($1)""# }.joined(separator: ",")
        let labels = pairs.isEmpty ? "" : "{\(pairs)}"
        switch series {
        case .counter(let counter): return ["\(name)\(labels) \(counter.value)"]
        case .gauge(let gauge): return ["\(name)\(labels) \(Int64(gauge.value))"]
        case .histogram(let histogram):
            let record = histogram.record
            var sum: Int64 = 0
            var lines = zip(HistogramSeries.bounds.map(\.text) + ["+Inf"], record.counts).map { bound, count in
                sum += count
                return #"\#(name)_bucket{le="\#(bound)"} \#(sum)"#
            }
            lines += ["\(name)_sum \(decimal(record.nanoseconds))", "\(name)_count \(sum)"]
            return lines
        }
    }

    /// Seconds to the microsecond.
    private static func decimal(_ nanoseconds: Int64) -> String {
        let micros = String(nanoseconds / 1000 % 1_000_000)
        return "\(nanoseconds / 1_000_000_000).\(String(repeating: "0", count: 6 - micros.count))\(micros)"
    }
}
