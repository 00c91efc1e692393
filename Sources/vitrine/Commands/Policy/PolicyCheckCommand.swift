import ArgumentParser
import Domain
import PolicyEngine

/// Loads a policy as the server does, and tells every mistake.
struct PolicyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load a policy as the server does, and tell every mistake in it.",
        discussion: """
            Suites, invariants and overlays are checked with it. Exit code 6 when there is any mistake.

            Examples:
              vitrine policy check
              vitrine policy check ./policies
              vitrine policy check ./policies --overlay ./policies/overlays/cn --taxonomy categories.tsv
            """)

    @Argument(help: ArgumentHelp("The directory of policies, instead of the one built in.", valueName: "dir"))
    var directory: String?
    @OptionGroup var options: PolicyOptions

    func validate() throws {
        if directory != nil, options.policies != nil {
            throw ValidationError("say the directory once, as `DIR` or by `--policies DIR`")
        }
    }

    func run() async throws {
        let (set, taxonomy) = try options.load(directory)
        let policy = set.policy
        var lines = [
            "revision \(policy.revision): \(policy.classes.count) classes, \(policy.roots.count) roots, "
                + "\(policy.terms.count) entries of terms, \(policy.rules.count) rules, \(set.suites.count) suites, "
                + "\(set.invariants.count) invariants"
        ]
        for overlay in set.overlays {
            lines.append("overlay \(overlay.id): \(overlay.title.en ?? overlay.title.zh ?? "")")
        }
        let classifier = policy.classifier(for: taxonomy)
        let unknown = taxonomy.categories.count { classifier.classCode(ofCategory: $0.number) == .unknown }
        lines.append("\(taxonomy.categories.count) categories, \(unknown) of them unclassified and so withheld")
        Results.write(lines.joined(separator: "\n"))
    }
}
