extension PolicyDifference {
    private struct Document: Encodable {
        let widens: Bool
        let direction: Direction
        let difference: PolicyDifference
    }

    /// For programs: everything that was found, and whether it widens.
    public func json() throws -> String {
        try Document(widens: widens, direction: direction, difference: self).jsonText()
    }
}
