/// A band of a count, as the API tells it.
struct ToldCount: Decodable {
    var from: Int
    var to: Int?

    /// `10–19`, `fewer than 10`, `320 or more`.
    var text: String {
        guard let to else { return "\(from) or more" }
        return from == 0 ? "fewer than \(to + 1)" : "\(from)–\(to)"
    }
}
