/// What looking at one claim found.
struct Finding {
    /// How many cases were looked at.
    var cases = 0
    /// Nothing when all of them are as claimed.
    var counterexample: Counterexample?
}
