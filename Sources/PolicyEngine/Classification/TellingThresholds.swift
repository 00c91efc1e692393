/// What must be ordinary among the goods that a form may stand for, so that the form does not tell.
public struct TellingThresholds: Sendable, Equatable {
    /// Percent that must at least be ordinary.
    public var ordinaryShare: Int
    /// Leaves and goods that must at least be ordinary.
    public var ordinaryCount: Int
    /// Percent that any one sensitive class may have at most.
    public var classShare: Int

    public init(ordinaryShare: Int, ordinaryCount: Int, classShare: Int) {
        self.ordinaryShare = ordinaryShare
        self.ordinaryCount = ordinaryCount
        self.classShare = classShare
    }
}
