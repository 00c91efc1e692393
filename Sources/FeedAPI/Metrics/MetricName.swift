/// Every metric that there is; what is not in this list is not counted.
///
/// Nothing per rule, class, tier, person or outcome of a decision may ever be added here.
public enum MetricName: String, CaseIterable, Sendable {
    case requests = "http_requests_total"
    case requestBytes = "http_request_bytes_total"
    case responseBytes = "http_response_bytes_total"
    case requestDuration = "http_request_duration_seconds"
    case residentMemory = "process_resident_memory_bytes"
    case processorTime = "process_cpu_seconds_total"
    case openFiles = "process_open_fds"

    /// How the metric behaves.
    public enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    public var kind: Kind {
        switch self {
        case .requests, .requestBytes, .responseBytes, .processorTime: .counter
        case .residentMemory, .openFiles: .gauge
        case .requestDuration: .histogram
        }
    }

    /// What it says, for people.
    public var text: String {
        switch self {
        case .requests: "Requests answered, by method, path template and class of status."
        case .requestBytes: "Bytes of request bodies, as declared."
        case .responseBytes: "Bytes of answers' bodies."
        case .requestDuration: "Time from a request's head to its answer's."
        case .residentMemory: "Memory that the process holds."
        case .processorTime: "Processor time that the process has used."
        case .openFiles: "File descriptors that the process holds open."
        }
    }

    /// The labels that it has, in the order in which they are written.
    var labels: [MetricLabel] { self == .requests ? [.method, .route, .status] : [] }
}
