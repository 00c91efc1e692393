import ArgumentParser
import Domain
import PolicyEngine
import Storage

/// Which policy, and over which taxonomy.
struct PolicyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A directory of policies, instead of the one built in.", valueName: "dir"))
    var policies: String?

    @Option(
        help: ArgumentHelp(
            "A directory of an overlay, which narrows the policy; may be repeated.", valueName: "dir"))
    var overlay: [String] = []

    @OptionGroup var ground: TaxonomyOption

    /// The policy with its suites and invariants, and the taxonomy that it was looked up in.
    func load(_ directory: String? = nil) throws -> (set: PolicySet, taxonomy: Taxonomy) {
        let taxonomy = try ground.load()
        let origin = PolicyOrigin(directory: directory ?? policies, overlays: overlay)
        return (try origin.loadForTerminal(taxonomy: taxonomy), taxonomy)
    }
}

/// The taxonomy that classifies.
struct TaxonomyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A taxonomy as `import taxonomy` takes it, instead of the compact tree built in.", valueName: "file"))
    var taxonomy: String?

    func load() throws -> Taxonomy {
        let drafts = try taxonomy.map(CompactTree.drafts(contentsOf:)) ?? CompactTree.drafts()
        let categories = drafts.enumerated().map { index, draft in
            Domain.Category(number: UInt32(index + 1), id: draft.id, parentID: draft.parentID, name: draft.name)
        }
        do {
            return try Taxonomy(categories)
        } catch {
            throw CommandFailure(
                "`\(taxonomy ?? "the compact tree")` is no tree: \(error)", exitCode: .refused)
        }
    }
}
