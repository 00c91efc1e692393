/// What `policy usefulness` says, read back from its JSON.
struct ToldUsefulness: Decodable {
    struct Row: Decodable {
        let sensitivityClass: String
        let tier: String
        let setting: String
        let audience: String
        let form: String
        let purchases: Int
    }

    struct Guess: Decodable {
        let sensitivityClass: String
        let setting: String
        let audience: String
        let label: String?
        let shownOfClass: Int
        let shown: Int
        let baseOfClass: Int
        let base: Int
        let beatsBaseRate: Bool
        let likeliest: String
    }

    let purchases: Int
    let sealedAsWithheld: Int
    let ordinaryShare: [String: Double]
    let rows: [Row]
    let guesses: [Guess]

    /// What friends can guess under one setting, as the reference writes it.
    func figures(_ setting: String) -> Set<String> {
        Set(
            guesses.filter { $0.setting == setting && $0.audience == "friends" }.map {
                "\($0.sensitivityClass) \($0.label ?? "-"): \($0.shownOfClass)/\($0.shown), "
                    + "\($0.baseOfClass)/\($0.base)"
            })
    }
}
