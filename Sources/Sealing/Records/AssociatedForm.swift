/// What a box is bound to without holding it, in one canonical form.
protocol AssociatedForm {
    /// The most bytes that the form takes.
    var largestByteCount: Int { get }

    func encode(to writer: inout CanonicalWriter)
}
