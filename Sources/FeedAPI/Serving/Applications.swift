public import ServiceLifecycle

/// The servers of the product, to be run together in a service group.
public struct Applications: Sendable {
    /// What clients use.
    public let api: any Service
    /// What whoever runs the service uses.
    public let operations: any Service
}
