import CoreMetrics
import Synchronization

/// The counters of requests, each made once.
final class RequestCounters: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        /// The first digit of the status.
        let status: Int
    }

    private let metrics: ExpositionMetrics
    private let counters = Mutex<[Key: Counter]>([:])
    let requestBytes: Counter
    let responseBytes: Counter
    let duration: Timer

    init(_ metrics: ExpositionMetrics) {
        self.metrics = metrics
        requestBytes = Counter(label: MetricName.requestBytes.rawValue, factory: metrics)
        responseBytes = Counter(label: MetricName.responseBytes.rawValue, factory: metrics)
        duration = Timer(label: MetricName.requestDuration.rawValue, factory: metrics)
    }

    func count(method: String, route: String, status: Int) {
        let key = Key(method: method, route: route, status: status / 100)
        let counter = counters.withLock { counters in
            if let counter = counters[key] { return counter }
            let counter = Counter(
                label: MetricName.requests.rawValue,
                dimensions: [("method", method), ("route", route), ("status", "\(key.status)xx")], factory: metrics)
            counters[key] = counter
            return counter
        }
        counter.increment()
    }
}
