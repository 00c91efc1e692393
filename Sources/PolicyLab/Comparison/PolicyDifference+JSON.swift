extension PolicyDifference {
    private struct Document: Encodable {
        let widens: Bool
        let direction: Direction
        let difference: PolicyDifference
    }

    /// For programs: everything that was found, and whether it widens.
    public var json: String {
        JSONText.text(
            of: Document(widens: widens, direction: direction, difference: self))
    }
}
