extension Suite {
    /// A constant of the policy with what it must be.
    public struct Figure: Sendable, Equatable {
        /// Where the value stands.
        public let location: SourceLocation
        public let figure: PolicyFigure
        public let expected: String

        /// `telling.classShare`.
        public var name: String { figure.rawValue }
    }
}
