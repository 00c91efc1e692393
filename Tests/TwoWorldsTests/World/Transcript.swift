/// Everything that was asked and answered in one world.
struct Transcript: Sendable {
    var exchanges: [Exchange] = []
    /// The ids of hidden purchases by their number, as their owners' ledgers tell them.
    var hiddenIDs: [Int: String] = [:]
}
