/// Gives bits, one word after the other, each as likely as any other.
public protocol BitSource {
    /// The next 64 bits.
    mutating func next() -> UInt64
}
