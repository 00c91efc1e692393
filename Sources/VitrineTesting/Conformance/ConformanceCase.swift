/// One promise of a protocol.
public struct ConformanceCase<Store>: Sendable, CustomStringConvertible {
    /// Makes an empty store of its own.
    public typealias Factory = @Sendable () async throws -> Store

    /// The promise as a sentence.
    public let name: String
    private let check: @Sendable (Store) async throws -> Void

    init(_ name: String, _ check: @escaping @Sendable (Store) async throws -> Void) {
        self.name = name
        self.check = check
    }

    public var description: String { name }

    /// Checks the promise on a new store.
    public func run(on factory: Factory) async throws {
        try await check(factory())
    }
}
