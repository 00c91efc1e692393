/// Where and how the servers run.
public struct ServingConfiguration: Sendable {
    public var api: Listener
    public var operations: Listener
    public var limits = ServingLimits()
    /// Called with the port once the API listens.
    public var onListening: @Sendable (Int) async -> Void = { _ in }
    /// Called with the port once the operations listener listens.
    public var onOperationsListening: @Sendable (Int) async -> Void = { _ in }

    public init(api: Listener, operations: Listener) {
        self.api = api
        self.operations = operations
    }
}
