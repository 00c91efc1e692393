/// The labels of metrics.
enum MetricLabel: String, Sendable {
    case method, route, status

    /// What stands for every value that is not in the label's list.
    static let other = "other"
    static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    static let statuses: Set<String> = ["1xx", "2xx", "3xx", "4xx", "5xx"]
}
