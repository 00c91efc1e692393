public import Disclosure
import Domain
import PolicyEngine

extension Usefulness {
    private struct Document: Encodable {
        struct Row: Encodable {
            let sensitivityClass: String
            let tier: String
            let setting: String
            let audience: String
            let form: String
            let purchases: Int
        }

        struct Guess: Encodable {
            let sensitivityClass: String
            let setting: String
            let audience: String
            let form: String
            let label: String?
            let shownOfClass: Int
            let shown: Int
            let baseOfClass: Int
            let base: Int
            let beatsBaseRate: Bool
            let likeliest: String

            init(_ guess: ClassGuess) {
                sensitivityClass = guess.classID
                setting = guess.setting.rawValue
                audience = guess.audience.name
                form = guess.form.notation
                label = guess.label
                shownOfClass = guess.guess.ofClass
                shown = guess.guess.all
                baseOfClass = guess.base.ofClass
                base = guess.base.all
                beatsBaseRate = guess.beatsBaseRate
                likeliest = guess.likeliestID
            }
        }

        let revision: String
        let purchases: Int
        let sealedAsWithheld: Int
        /// By audience; an audience is left out when there are no ordinary purchases.
        let ordinaryShare: [String: Double]
        let rows: [Row]
        let guesses: [Guess]
    }

    /// For programs: the same table.
    public var json: String {
        var shares: [String: Double] = [:]
        for audience in Audience.others { shares[audience.name] = share(of: .ordinary, seenBy: audience) }
        return JSONText.text(
            of: Document(
                revision: revision, purchases: purchases, sealedAsWithheld: sealedAsWithheld, ordinaryShare: shares,
                rows: rows.map {
                    Document.Row(
                        sensitivityClass: $0.classID, tier: $0.tier.name, setting: $0.setting.rawValue,
                        audience: $0.audience.name, form: $0.form.notation, purchases: $0.purchases)
                }, guesses: guesses.map(Document.Guess.init)
            ))
    }
}
