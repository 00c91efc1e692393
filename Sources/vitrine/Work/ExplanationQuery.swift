import Disclosure
import Domain

extension Operation {
    /// What `policy explain` asks.
    struct ExplanationQuery: Codable, Sendable {
        var viewer: String?
        var audience: String?
        var item: String?
        var owner: String?
        var purchase: Purchase
        var json: Bool

        /// An activity that never was.
        struct Purchase: Codable, Sendable {
            var kind: String
            var category: String?
            var en: String?
            var zh: String?
            var brand: String?
            var total: Int64
            var currency: String
            /// RFC 3339; two months before now where absent.
            var at: String?
            var isMinor: Bool
            var isPrivate: Bool
            var isThirdParty: Bool
        }

        static func instant(_ text: String) throws -> Instant {
            guard let instant = Instant(text) else {
                throw CommandFailure("`\(text)` is no instant: write it like 2026-11-20T09:14:00Z", exitCode: .refused)
            }
            return instant
        }
    }
}

extension Operation.ExplanationQuery.Purchase {
    /// The activity, and the goods that it is about.
    struct Made {
        let activity: RehearsedActivity
        fileprivate let entry: CatalogueEntry

        /// The good itself for 0, and others just like it.
        func good(number: Int) throws -> CatalogueEntry {
            guard number > 0 else { return entry }
            guard let id = ProductID("\(entry.id.text)-\(number)") else {
                throw CommandFailure("the good has no id", exitCode: .failure)
            }
            var good = entry
            good.id = id
            return good
        }
    }

    private static let kinds: [String: ActivityKind] = [
        "purchase": .purchase, "pick": .pick, "shop": .shop, "offer": .offer, "milestone": .milestone,
    ]
    private static let twoMonths: Int64 = 62 * 86_400

    func made(buyer: Handle, now: Instant) throws -> Made {
        guard let kind = Self.kinds[kind] else {
            throw CommandFailure(
                "`\(kind)` is no kind; there are \(Self.kinds.keys.sorted().joined(separator: ", "))",
                exitCode: .refused)
        }
        guard let currency = Currency(active: currency) else {
            throw CommandFailure("`\(currency)`: \(Currency.expectation(for: currency))", exitCode: .refused)
        }
        let at = try at.map(Operation.ExplanationQuery.instant) ?? now.advanced(bySeconds: -Self.twoMonths)
        guard let id = ProductID("explained") else { throw CommandFailure("the good has no id", exitCode: .failure) }
        let price = Money(minorUnits: total, currency: currency)
        let entry = CatalogueEntry(
            id: id, title: LocalizedText(en: en, zh: zh), categoryID: category, brand: brand, listPrice: price,
            exclusivePrice: nil, isListed: true)
        guard kind == .purchase else {
            let isAboutGoods = kind == .pick || kind == .offer
            return Made(
                activity: .happening(
                    RehearsedHappening(
                        name: "explained", owner: buyer, kind: kind, product: isAboutGoods ? id : nil, at: at)),
                entry: entry)
        }
        var purchase = RehearsedPurchase(
            name: "explained", buyer: buyer, product: id, total: price, at: .instant(at), receivedAt: at)
        purchase.isThirdParty = isThirdParty
        purchase.madeAsMinor = isMinor
        purchase.madeInPrivate = isPrivate
        return Made(activity: .purchase(purchase), entry: entry)
    }
}
