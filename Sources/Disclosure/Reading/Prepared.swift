/// Something exposed, with the generations that it was made from; good for one answer.
public struct Prepared<Value: Sendable>: Sendable {
    public let value: Value
    let snapshot: ReadSnapshot

    /// The same answer with something else made of its value.
    public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Prepared<Other> {
        Prepared<Other>(value: transform(value), snapshot: snapshot)
    }
}
