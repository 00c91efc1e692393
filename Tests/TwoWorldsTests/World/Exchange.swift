/// One request and what came back.
struct Exchange: Sendable {
    /// Whose view the answer shows.
    let eyes: String
    let asker: String
    let moment: Int
    let line: String
    let answer: WireAnswer
}
