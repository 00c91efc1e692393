import DefaultPolicy
import Domain
import PolicyEngine

/// Where a policy comes from: a directory or the program itself, and what is laid over it.
struct PolicyOrigin: Sendable {
    /// Nothing for the policy that is built in.
    var directory: String?
    /// Directories of overlays, in any order.
    var overlays: [String] = []

    /// Whether there is anything that could be loaded anew.
    var isChangeable: Bool { directory != nil || !overlays.isEmpty }

    /// Everything that the files say, or every mistake in them.
    ///
    /// Nodes that the files name are looked up in the taxonomy.
    func load(taxonomy: Taxonomy?) throws -> PolicySet {
        let files =
            try directory.map { try PolicyFiles(directory: $0) }
            ?? PolicyFiles(files: DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") })
        return try PolicyLoader(digest: Digest.blake2b).load(
            files, taxonomy: taxonomy, overlays: try overlays.map { try PolicyFiles(directory: $0) })
    }

    /// The policy without what is laid over it.
    ///
    /// The suites that come with the program were run before it was given out.
    func base() throws -> Policy {
        if directory != nil { return try PolicyOrigin(directory: directory).load(taxonomy: nil).policy }
        let files = DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") && !$0.name.contains("tests/") }
        return try PolicyLoader(digest: Digest.blake2b).load(PolicyFiles(files: files)).policy
    }

    /// The policy for an installation, whose taxonomy may lack roots where that was accepted.
    func policy(for taxonomy: Taxonomy, over base: Policy? = nil) throws -> Policy {
        let base = try base ?? self.base()
        if overlays.isEmpty { return base }
        return try load(taxonomy: base.missingRoots(in: taxonomy).isEmpty ? taxonomy : nil).policy
    }

    /// The same as ``load(taxonomy:)``, with mistakes in words for the person at the keyboard.
    func loadForTerminal(taxonomy: Taxonomy?) throws -> PolicySet {
        try Self.explaining { try load(taxonomy: taxonomy) }
    }

    /// Runs what loads a policy, and tells its mistakes for the person at the keyboard.
    static func explaining<Loaded>(_ load: () throws -> Loaded) throws -> Loaded {
        do {
            return try load()
        } catch let error as PolicyFilesError {
            throw CommandFailure("\(error)", exitCode: .policyInvalid)
        } catch let error as InvalidPolicyError {
            let mistakes = error.diagnostics.map(\.rendered).joined(separator: "\n\n")
            throw CommandFailure(
                "the policy has \(error.diagnostics.count) mistake(s), nothing was loaded\n\n\(mistakes)",
                exitCode: .policyInvalid)
        }
    }
}
