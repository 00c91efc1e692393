import PolicyEngine

/// Why a policy was not loaded, in words for its operator.
///
/// Made of policy files and revisions only, which are nobody's data; nothing else can be turned into one.
public struct PolicyReport: Hashable, Sendable {
    /// What is the matter, and what to do about it, in a line.
    public let summary: String
    /// What was found, in a line each.
    public let findings: [String]
    /// The same with the lines of the files that are meant.
    public let details: [String]

    /// Everything, to be read on a terminal.
    public var text: String { ([summary] + details).joined(separator: "\n") }

    private static func words(_ extent: ExpiredExtent) -> String {
        func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
        return "as of now it would erase \(count(extent.purchases, "purchase", "purchases")), "
            + "\(count(extent.history, "entry", "entries")) of history and \(count(extent.tokens, "token", "tokens"))"
    }

    private init(_ summary: String, findings: [String] = [], details: [String]? = nil) {
        self.summary = summary
        self.findings = findings
        self.details = details ?? findings
    }

    /// The more of it that is wider, the less it helps to list all.
    private static let listedWidenings = 50
}

extension PolicyReport {
    public init(_ error: PolicyReloadError) {
        switch error {
        case .nothingToLoad:
            self.init("the policy is built in, so there is nothing to load; start the server with `--policies DIR`")
        case .unreadable(let error): self.init("\(error), nothing was loaded")
        case .invalid(let diagnostics):
            self.init(
                "the policy has \(diagnostics.count) mistake(s), nothing was loaded",
                findings: diagnostics.map { "\($0.file):\($0.line):\($0.column): \($0.message)" },
                details: diagnostics.map(\.rendered))
        case .refused(let error): self.init(error)
        case .failed: self.init("something failed that has nothing to do with the policy, nothing was loaded")
        }
    }

    public init(_ error: PolicyLoadError) {
        switch error {
        case .wider(let widenings):
            var findings = widenings.prefix(Self.listedWidenings).map(\.description)
            if widenings.count > findings.count { findings.append("and \(widenings.count - findings.count) more") }
            self.init(
                "the policy may show more than the one loaded last, in \(widenings.count) way(s), nothing was loaded; "
                    + "if that is meant, say `--allow-widening` (`allowWidening` over HTTP)",
                findings: findings)
        case .destroys(let changes, let extent):
            self.init(
                "the policy keeps things for less time than the one loaded last, nothing was loaded; if what is older is to be "
                    + "erased, say `--allow-destruction` (`allowDestruction` over HTTP)",
                findings: changes.map(\.description) + (extent.map { [Self.words($0)] } ?? []))
        case .older(let revision, let inForce):
            self.init(
                "the policy is revision `\(revision)`, an older one than `\(inForce)`, the last one loaded; "
                    + "nothing was loaded; to go back to it, ask for it by name: `--revision \(revision)`")
        case .notTheOneNamed(let asked, let found):
            self.init("revision `\(asked)` was asked for, but the files make `\(found)`; nothing was loaded")
        case .storage: self.init("storage failed, nothing was loaded")
        case .records: self.init("a record that is needed does not open, nothing was loaded")
        }
    }
}
