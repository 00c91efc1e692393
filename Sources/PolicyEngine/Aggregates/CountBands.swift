/// The bands into which counts of people fall; the lowest has everything below the first edge in it.
public struct CountBands: Sendable, Equatable, Codable {
    /// Lower edges of the bands above the lowest; they rise.
    public let edges: [Int]

    public init(edges: [Int]) {
        self.edges = edges
    }

    /// The number of the band of a count; zero is the lowest.
    public func band(of count: Int64) -> UInt8 {
        UInt8(clamping: edges.count { Int64($0) <= count })
    }

    /// The least and the greatest count of a band; the highest has no end.
    public func range(of band: UInt8) -> (from: Int, to: Int?) {
        let position = min(Int(band), edges.count)
        return (position == 0 ? 0 : edges[position - 1], position < edges.count ? edges[position] - 1 : nil)
    }
}
