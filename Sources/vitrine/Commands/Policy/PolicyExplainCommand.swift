import ArgumentParser
import Disclosure
import Domain
import Foundation
import PolicyEngine
import PolicyLab

/// Says why somebody sees what they see of something.
struct PolicyExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a viewer sees what they see of an item: class, rules, consent, release.",
        discussion: """
            Of an item that is there, of a purchase that an owner might make, or, without a data directory, of a purchase by \
            somebody made up, who shares at the default levels unless told otherwise. For operators: it names the class of \
            what is withheld, too.

            Examples:
              vitrine policy explain --data ./data --viewer ben --item it_5Zr…
              vitrine policy explain --data ./data --viewer ben --owner ada --category hb-1-5 --title "Condoms, 12"
              vitrine policy explain --audience friends --category hg-11 --at 2026-05-04T10:00:00Z --now 2026-07-01T00:00:00Z
              vitrine policy explain --audience friends --category fb-1 --opt-in alcohol --level hint --json
            """)

    @OptionGroup var options: InstallationOptions
    @OptionGroup var ground: TaxonomyOption
    @OptionGroup var subject: ExplainedPurchase
    @Option(help: "The handle of who looks.") var viewer: String?
    @Option(help: "An audience that looks, instead of somebody.") var audience: String?
    @Option(help: "The id of an item.") var item: String?
    @Option(help: "The handle of whose purchase it would be.") var owner: String?
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (viewer == nil) != (audience == nil) else {
            throw ValidationError("say either `--viewer HANDLE` or `--audience AUDIENCE`")
        }
        if item != nil, viewer == nil { throw ValidationError("`--item` needs `--viewer`") }
        if viewer != nil, item == nil, owner == nil { throw ValidationError("`--viewer` needs `--item` or `--owner`") }
    }

    func run() async throws {
        if item != nil || owner != nil {
            let query = Operation.ExplanationQuery(
                viewer: viewer, audience: audience, item: item, owner: owner, purchase: subject.input, json: json)
            let result = try await options.perform { perform in try await perform(.explain(query)) }
            if case .document(let bytes) = result { Results.write(String(decoding: bytes, as: UTF8.self)) }
            return
        }
        let settings = try await options.settings()
        let taxonomy = try ground.load()
        let report = try subject.rehearsed(
            policy: try settings.policy.loadForTerminal(taxonomy: taxonomy).policy, taxonomy: taxonomy,
            audience: try Self.audience(audience ?? ""))
        Results.write(json ? report.json : report.text)
    }

    static func audience(_ name: String) throws -> Audience {
        guard let audience = Audience(name: name) else {
            throw CommandFailure(
                "`\(name)` is no audience; there are \(Audience.allCases.map(\.name).joined(separator: ", "))",
                exitCode: .refused)
        }
        return audience
    }
}
