/// How alike two rankings are: 1 for the same, 0 for none, by Spearman; equal values share the mean of their ranks.
package enum RankCorrelation {
    package static func of(_ first: [Double], _ second: [Double]) -> Double {
        let (left, right) = (ranks(first), ranks(second))
        let mean = Double(left.count + 1) / 2
        var (both, one, other) = (0.0, 0.0, 0.0)
        for (a, b) in zip(left, right) {
            both += (a - mean) * (b - mean)
            one += (a - mean) * (a - mean)
            other += (b - mean) * (b - mean)
        }
        return one == 0 || other == 0 ? 0 : both / (one * other).squareRoot()
    }

    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = Array(repeating: 0.0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
