public import CoreMetrics
import Synchronization

/// A backend of swift-metrics that keeps what is in `MetricName`, and drops or folds everything else.
///
/// Label values that are not in their fixed list become `other`, so no value of a request can become a series.
public final class ExpositionMetrics: MetricsFactory {
    /// A metric and the values of its labels.
    struct Key: Hashable, Sendable {
        let name: MetricName
        let values: [String]
    }

    /// What is kept for a key.
    enum Series: Sendable {
        case counter(CounterSeries)
        case gauge(GaugeSeries)
        case histogram(HistogramSeries)
    }

    private let routes: Set<String>
    private let kept = Mutex<[Key: Series]>([:])

    /// Counts requests by these path templates.
    public init(routes: Set<String>) {
        self.routes = routes
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        guard case .counter(let series) = series(label, dimensions, of: .counter) else {
            return NOOPMetricsHandler.instance
        }
        return series
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        guard case .gauge(let series) = series(label, dimensions, of: .gauge) else {
            return NOOPMetricsHandler.instance
        }
        return series
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        guard case .histogram(let series) = series(label, dimensions, of: .histogram) else {
            return NOOPMetricsHandler.instance
        }
        return series
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { NOOPMetricsHandler.instance }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler { NOOPMetricsHandler.instance }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything that is kept, in no order.
    var snapshot: [Key: Series] { kept.withLock(\.self) }

    private func series(_ label: String, _ dimensions: [(String, String)], of kind: MetricName.Kind) -> Series? {
        guard let name = MetricName(rawValue: label), name.kind == kind,
            dimensions.map(\.0) == name.labels.map(\.rawValue)
        else { return nil }
        let values = zip(name.labels, dimensions).map { label, dimension in fold(dimension.1, of: label) }
        return kept.withLock { kept in
            let key = Key(name: name, values: values)
            if let series = kept[key] { return series }
            let series: Series =
                switch kind {
                case .counter: .counter(CounterSeries())
                case .gauge: .gauge(GaugeSeries())
                case .histogram: .histogram(HistogramSeries())
                }
            kept[key] = series
            return series
        }
    }

    private func fold(_ value: String, of label: MetricLabel) -> String {
        let list =
            switch label {
            case .method: MetricLabel.methods
            case .route: routes
            case .status: MetricLabel.statuses
            }
        return list.contains(value) ? value : MetricLabel.other
    }
}
