import ArgumentParser
import Foundation

/// Prints what an owner is told of the own shop.
struct InsightsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insights", abstract: "Print what the last epochs released of a person's own shop.",
        discussion: """
            Counts are bands over people who are not named; a buyer is named who lets the owner see the purchase and the
            shop it came through.

            Examples:
              vitrine insights --data ./data --as ada
              vitrine insights --data ./data --as ada --json
            """)

    @OptionGroup var options: InstallationOptions
    @Option(name: .customLong("as"), help: "The handle of the owner.") var owner: String
    @Flag(help: "Print what the API answers.") var json = false

    func run() async throws {
        let result = try await options.perform { perform in try await perform(.insights(person: owner)) }
        guard case .document(let bytes) = result else { return }
        if json {
            Results.write(String(decoding: bytes, as: UTF8.self))
            return
        }
        let told = try JSONDecoder().decode(ToldBooks.self, from: Data(bytes))
        Results.write(([told.summary, told.terms] + told.tables).joined(separator: "\n\n"))
    }
}

/// Insights and influence of the API, as far as a terminal shows them.
private struct ToldBooks: Decodable {
    struct Text: Decodable {
        var en: String?, zh: String?
        var any: String { en ?? zh ?? "" }
    }
    struct Product: Decodable { var title: Text? }
    struct Good: Decodable { var slot: Int?, product: Product, visitors: ToldCount?, buyers: ToldCount }
    struct Named: Decodable {
        struct Actor: Decodable { var name: String }
        struct Time: Decodable { var value: String }
        var actor: Actor, product: Product?, time: Time
    }
    struct Figure: Decodable { var epoch: String, people: ToldCount }
    struct Commission: Decodable { var epoch: String, amount: Int64, currency: String }
    struct Insights: Decodable {
        var epoch: String?
        var visitors: [Figure], buyers: [ToldCount], goods: [Good], named: [Named], invitations: ToldCount
        var commissions: [Commission]
    }
    struct Influence: Decodable {
        struct Term: Decodable { var name: String, bands: [Int], divisor: Int, weight: Int, cap: Int, points: Int }
        var influence: Int, tier: Int, slots: Int, nextTierFrom: Int?, terms: [Term]
    }

    var insights: Insights
    var influence: Influence

    var summary: String {
        let next = influence.nextTierFrom.map { ", the next one from \($0)" } ?? ""
        return """
            epoch \(insights.epoch ?? "none yet")
            visitors \(insights.visitors.last?.people.text ?? "none yet")
            buyers \(insights.buyers.last?.text ?? "none yet")
            invitations \(insights.invitations.text)
            influence \(influence.influence), tier \(influence.tier)\(next), \(influence.slots) slots
            """
    }

    var terms: String {
        var table = TextTable([
            .init("part"), .init("sum of bands", alignment: .right), .init("divided by", alignment: .right),
            .init("weight", alignment: .right), .init("at most", alignment: .right), .init("points", alignment: .right),
        ])
        for term in influence.terms {
            let numbers = [term.bands.reduce(0, +), term.divisor, term.weight, term.cap, term.points]
            table.append([term.name] + numbers.map { String($0) })
        }
        return table.text.trimmingCharacters(in: .newlines)
    }

    var tables: [String] {
        var goods = TextTable([
            .init("slot", alignment: .right), .init("good"), .init("visitors", alignment: .right),
            .init("buyers", alignment: .right),
        ])
        for good in insights.goods {
            goods.append([
                good.slot.map { String($0) } ?? "", good.product.title?.any ?? "", good.visitors?.text ?? "",
                good.buyers.text,
            ])
        }
        var named = TextTable([.init("when"), .init("buyer"), .init("good")])
        for item in insights.named { named.append([item.time.value, item.actor.name, item.product?.title?.any ?? ""]) }
        var earned = TextTable([.init("epoch"), .init("commission", alignment: .right)])
        for commission in insights.commissions {
            earned.append([commission.epoch, AmountText.text(commission.amount, currency: commission.currency)])
        }
        let shown = [
            (insights.goods.isEmpty, goods), (insights.named.isEmpty, named), (insights.commissions.isEmpty, earned),
        ]
        return shown.filter { !$0.0 }.map { $0.1.text.trimmingCharacters(in: .newlines) }
    }
}
