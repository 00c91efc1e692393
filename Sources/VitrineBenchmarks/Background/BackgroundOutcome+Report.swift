import Histogram

extension BackgroundOutcome {
    /// What came of it in so many seconds, for the report.
    func told(
        beside load: String, wanting wanted: (writes: Double, narrowings: Double), seconds: Double,
        model: NarrowingModel
    ) -> FeedReport.Beside {
        let verdict = model.verdict
        func milliseconds(_ histogram: Histogram<UInt64>, _ percentile: Double) -> Double {
            Double(histogram.valueAtPercentile(percentile)) / 1e6
        }
        return FeedReport.Beside(
            load: load,
            wantedWritesPerSecond: wanted.writes, wantedNarrowingsPerSecond: wanted.narrowings,
            writesPerSecond: Double(writes.totalCount) / seconds,
            narrowingsPerSecond: Double(narrowings.totalCount) / seconds,
            narrowingP50: milliseconds(narrowings, 50), narrowingP99: milliseconds(narrowings, 99),
            writeP50: milliseconds(writes, 50), writeP99: milliseconds(writes, 99),
            narrowings: Int(narrowings.totalCount), writes: Int(writes.totalCount), refused: refused,
            pagesChecked: verdict.pages, staleItems: verdict.stale.count)
    }
}
