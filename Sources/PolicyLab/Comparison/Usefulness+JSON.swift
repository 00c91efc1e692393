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

        let revision: String
        let purchases: Int
        let sealedAsWithheld: Int
        /// By audience; an audience is left out when there are no ordinary purchases.
        let ordinaryShare: [String: Double]
        let rows: [Row]
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
                }
            ))
    }
}
