import Configuration

/// A setting by its name, which its flag and its key in a file share.
enum Setting: String, CaseIterable, Sendable {
    case data
    case policies
    case overlay
    case listen
    case operationsListen = "operations-listen"
    case logLevel = "log-level"
    case cacheMegabytes = "cache-megabytes"
    case keySource = "key-source"

    var flag: String { "--\(rawValue)" }

    /// The variable of the environment.
    ///
    /// That of the data directory is spelled out, since `VITRINE_DATA` tells tests where their real input lies.
    var variable: String {
        switch self {
        case .data: "VITRINE_DATA_DIRECTORY"
        default: "VITRINE_" + rawValue.uppercased().replacing("-", with: "_")
        }
    }

    var key: ConfigKey { ConfigKey([rawValue]) }
}
