import Domain
import Foundation
import PolicyEngine
import PolicyLab
import Testing

/// Holds edited policies against the tools of auditors, as an operator would run them one after the other.
struct FaultyPolicyDesk: Sendable {
    /// What noticed an edit.
    enum Catch: Equatable, Sendable {
        /// `policy check`, with its first message.
        case check(String)
        /// `policy test`, with the first case that failed.
        case test(String)
        /// `policy prove`, with the first invariant that broke.
        case prove(String)
        case nothing

        var words: String {
            switch self {
            case .check(let message): "check: \(message)"
            case .test(let name): "test: \(name)"
            case .prove(let invariant): "prove: \(invariant)"
            case .nothing: "NOTHING"
            }
        }
    }

    let files: [(name: String, text: String)]
    let taxonomy: Taxonomy
    let runner: SuiteRunner

    init() throws {
        files = try Self.read("") + Self.read("tests/")
        taxonomy = try ShippedPolicy.taxonomy()
        let set = try PolicyLoader(digest: ShippedPolicy.digest).load(PolicyFiles(files: files), taxonomy: taxonomy)
        runner = SuiteRunner(suites: set.suites, policy: set.policy, taxonomy: taxonomy)
    }

    private static func read(_ folder: String) throws -> [(String, String)] {
        let path = ShippedPolicy.directory + "/" + folder
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }.sorted()
            .map { (folder + $0, try String(contentsOfFile: path + $0, encoding: .utf8)) }
    }

    /// Whether suites are there that name every root, every title term and every constant.
    var hasCompleteSuites: Bool { files.contains { $0.name == "tests/constants.yaml" } }

    /// The edited policy, which may not load.
    func load(_ edit: FaultyEdit) throws -> PolicySet {
        let text = try #require(files.first { $0.name == edit.file }?.text, "no file `\(edit.file)`")
        let count = text.ranges(of: edit.old).count
        try #require(count == 1, "`\(edit.intention)`: \(count) places in `\(edit.file)` read as it says")
        let edited = files.map {
            ($0.name, $0.name == edit.file ? $0.text.replacing(edit.old, with: edit.new) : $0.text)
        }
        return try PolicyLoader(digest: ShippedPolicy.digest).load(PolicyFiles(files: edited), taxonomy: taxonomy)
    }

    /// The first tool that notices the edit.
    func check(_ edit: FaultyEdit) throws -> Catch {
        let set: PolicySet
        do {
            set = try load(edit)
        } catch let error as InvalidPolicyError {
            return .check(error.diagnostics.first?.message ?? "")
        }
        try #require(set.policy.revision != runner.policy.revision, "`\(edit.intention)` decides nothing otherwise")
        if let failure = runner.under(set.policy).firstFailure() { return .test(failure.name) }
        return proof(of: set).map(Catch.prove) ?? .nothing
    }

    /// The first invariant that the policy breaks.
    func proof(of set: PolicySet) -> String? {
        Prover(set, taxonomy: taxonomy).proof().outcomes.first { !$0.isProved }?.invariant.id
    }

    /// Checks so many edits at a time.
    func check(_ edits: [FaultyEdit], width: Int) async throws -> [(edit: FaultyEdit, catch: Catch)] {
        let found = try await withThrowingTaskGroup(of: [(Int, Catch)].self) { group in
            for lane in 0..<width {
                group.addTask {
                    try stride(from: lane, to: edits.count, by: width).map { ($0, try check(edits[$0])) }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return found.sorted { $0.0 < $1.0 }.map { (edits[$0.0], $0.1) }
    }
}
