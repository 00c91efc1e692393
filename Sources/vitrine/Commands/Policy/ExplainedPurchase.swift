import ArgumentParser
import Disclosure
import Domain
import PolicyEngine
import PolicyLab

/// A purchase, or a happening of a shop, that never was.
struct ExplainedPurchase: ParsableArguments {
    @Option(help: "purchase, pick, shop, offer or milestone.") var kind = "purchase"
    @Option(help: "The id of the good's category.") var category: String?
    @Option(help: "The good's title.") var title: String?
    @Option(help: "The good's Chinese title.") var titleZh: String?
    @Option(help: "The good's brand.") var brand: String?
    @Option(help: "What was paid, in minor units.") var total: Int64 = 1999
    @Option(help: "The currency of it.") var currency = "USD"
    @Option(
        help: ArgumentHelp("When it was bought, and came in (default: two months before now).", valueName: "instant"))
    var at: String?
    @Option(help: ArgumentHelp("Without a data directory: the instant it is.", valueName: "instant"))
    var now: String?
    @Option(help: "Without a data directory: what the owner chose for the audience.") var level: String?
    @Option(help: "Without a data directory: a class that the owner opted in; may be repeated.") var optIn: [String] =
        []
    @Flag(help: "Bought as a minor.") var minor = false
    @Flag(name: .customLong("private"), help: "Bought in private mode.") var isPrivate = false
    @Flag(help: "A third person is concerned.") var thirdParty = false

    var input: Operation.ExplanationQuery.Purchase {
        Operation.ExplanationQuery.Purchase(
            kind: kind, category: category, en: title, zh: titleZh, brand: brand, total: total, currency: currency,
            at: at, isMinor: minor, isPrivate: isPrivate, isThirdParty: thirdParty)
    }

    /// The explanation of it for somebody made up who shares with an audience.
    func rehearsed(policy: Policy, taxonomy: Taxonomy, audience: Audience) throws -> ExplanationReport {
        let now = try now.map(Operation.ExplanationQuery.instant) ?? SystemClock().now
        let made = try input.made(buyer: try Self.owner(), now: now)
        var change = ConsentChange(sharing: .on(since: Instant(seconds: 0)))
        for name in optIn { change.classes[ClassCode(name: name)] = true }
        if let level {
            guard let chosen = Level(rawValue: level) else {
                throw CommandFailure(
                    "`\(level)` is no level; there are \(Level.allCases.map(\.rawValue).joined(separator: ", "))",
                    exitCode: .refused)
            }
            for tier in [Tier.ordinary, .ownerDecides, .coarsen] {
                for closer in Audience.others where closer <= audience {
                    change.levels[Consent.Setting(audience: closer, tier: tier)] = chosen
                }
            }
        }
        let consent: Consent
        do {
            consent = try Consent().applying(
                change, policy: policy, stamp: ConsentStamp(revision: 0, at: now), minor: false)
        } catch {
            throw CommandFailure(
                VisibilityError.consent(error).reason(policy), exitCode: .refused)
        }
        let owner = RehearsedPerson(
            handle: try Self.owner(), name: "Somebody", zone: .utc, consent: consent,
            shop: RehearsedPerson.Front(name: "Shop"))
        // As many goods stand beside it as must look alike, and one on every other shelf.
        var goods = try (0...policy.preimageGoods).map { try made.good(number: $0) }
        if let price = goods[0].listPrice { goods += StockedShelves.goods(of: taxonomy, price: price) }
        let explanation = try Rehearsal(policy: policy, taxonomy: taxonomy, goods: goods).explanation(
            of: made.activity, in: RehearsedCast([owner]), for: .audience(audience), at: now)
        guard let explanation else { throw CommandFailure("there is nothing to explain", exitCode: .failure) }
        return ExplanationReport(explanation, subject: "a \(kind) of somebody made up, seen by \(audience.name)")
    }

    private static func owner() throws -> Handle {
        guard let handle = Handle("somebody") else {
            throw CommandFailure("the program's own handle is no handle", exitCode: .failure)
        }
        return handle
    }
}
