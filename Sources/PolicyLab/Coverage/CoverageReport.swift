/// What the suites of a policy reach of it.
public struct CoverageReport: Sendable {
    /// Rules, conditions, cells, roots and terms.
    public let sections: [CoverageSection]

    /// The least percentage of all sections.
    public var percentage: Double { sections.map(\.percentage).min() ?? 100 }

    /// Passed where every section reaches the percentage.
    public func verdict(atLeast percentage: Double) -> Verdict {
        self.percentage >= percentage ? .passed : .coverageShort
    }
}
