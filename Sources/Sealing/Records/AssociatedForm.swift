/// What a box is bound to without holding it, in one canonical form.
protocol AssociatedForm {
    /// The key generation, which the header says too.
    var generation: UInt32 { get }
    /// The most bytes that the form takes.
    var largestByteCount: Int { get }

    func encode(to writer: inout CanonicalWriter)
}
