/// Whether the service can answer now.
public typealias Readiness = @Sendable () async -> Bool
