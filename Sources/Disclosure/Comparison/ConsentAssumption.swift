/// Whose agreement a policy is tried out with.
public enum ConsentAssumption: Sendable {
    /// What the owners agreed to, which a later policy cannot exceed.
    case asGiven
    /// As if everybody who shares agreed to the same levels once more, under the policy that is tried out.
    ///
    /// What is narrowed then is narrowed all the same; what is widened is what the policy would show at most.
    case givenAnew
}
