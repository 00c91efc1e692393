/// The points of rotation and re-sealing between which a process may be killed.
public enum KeyStep: String, CaseIterable, Sendable {
    /// Every wrap under the new root is made, none is written.
    case rewrapped
    /// The new wraps are on disk.
    case rotated
    /// The keys of the next generation are made, none is written.
    case extended
    /// They are on disk.
    case begun
    /// Some owners are sealed anew.
    case batch
    /// All owners are.
    case owners
    /// What belongs to no owner is, too.
    case service
    /// The keys of the generation before are gone.
    case finished
}

/// Told of each step; what it throws ends the work there, as a kill would.
public typealias StepObserver = @Sendable (KeyStep) throws -> Void
