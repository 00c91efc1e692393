/// Where the time of a replay goes, in seconds.
struct ReplayTimes {
    var all = 0.0
    var buying = 0.0
    var visiting = 0.0
    var ticks: [Double] = []
    /// Reads of a board while a tick was made.
    var reads: [Double] = []
}

extension [Double] {
    /// The value that so many hundredths are not above; 0 of none.
    func percentile(_ hundredths: Int) -> Double {
        isEmpty ? 0 : sorted()[Swift.min(count - 1, count * hundredths / 100)]
    }
}
