/// What an invariant asks of every form in which goods of tier B are shown.
///
/// Written down apart from the thresholds that the policy works with, so that loosening those breaks the promise.
public struct TellingPromise: Sendable, Equatable {
    /// Percent of what a form may stand for that must at least be ordinary.
    public let ordinaryShare: Int
    /// How many ordinary leaves it must at least stand for.
    public let ordinaryCount: Int
    /// Percent that any one sensitive class may have at most.
    public let classShare: Int

    public init(ordinaryShare: Int, ordinaryCount: Int, classShare: Int) {
        self.ordinaryShare = ordinaryShare
        self.ordinaryCount = ordinaryCount
        self.classShare = classShare
    }
}
