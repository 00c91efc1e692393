extension DemoSample {
    /// Who befriended whom; each pair once.
    ///
    /// Seen from Ada: nine friends, one friend of friends (Jun), one stranger (Lin).
    static let friendships: [(String, String)] = [
        ("ada", "ben"),
        ("ada", "cleo"),
        ("ada", "dai"),
        ("ada", "emi"),
        ("ada", "fei"),
        ("ada", "gus"),
        ("ada", "hana"),
        ("ada", "ivo"),
        ("ada", "kit"),
        ("ben", "cleo"),
        ("ben", "ivo"),
        ("ben", "jun"),
        ("cleo", "emi"),
        ("cleo", "ivo"),
        ("dai", "jun"),
        ("emi", "jun"),
        ("fei", "gus"),
        ("jun", "lin"),
    ]
}
