import Disclosure
import Domain
import Foundation
import VitrineTesting

/// Runs one history against the real service, and holds every answer against the model.
///
/// Steps are asked for over HTTP, as hosts and owners do; what is refused leaves the model as it was. After every step
/// everybody looks at everybody else.
final class HistoryRun {
    let history: History
    let house: House
    let openPromises: Set<Rule>
    var model: ModelState
    var outcome = HistoryOutcome()
    /// What each item id is, as the ledgers of owners tell: the purchase, and the number of the owner.
    var items: [String: (name: PurchaseName, owner: Int)] = [:]
    /// In which form each viewer sees each item, as of the last look.
    var sights: [String: [String: Form]] = [:]
    /// The position of the step that is being looked at.
    var position = 0
    /// Whether time has passed.
    var hasPassed = false
    private var tokens: [String: String] = [:]
    var random: SplitMix64

    init(_ history: History, commands: (any OfflineCommands)?, openPromises: Set<Rule>) async throws {
        self.history = history
        self.openPromises = openPromises
        house = try await House(seed: history.seed, commands: commands)
        model = ModelState(start: History.start)
        random = SplitMix64(seed: history.seed ^ 0xC0FF_EE)
    }

    /// Runs the history to its end, or to the first broken promise that is not an open one.
    ///
    /// A service that does not start, or that breaks a connection off, has failed.
    func run() async {
        do {
            try await runSteps()
        } catch {
            note(.failure, "\(error)")
        }
    }

    private func runSteps() async throws {
        var effect: Effect?
        while position < history.steps.count, outcome.violation == nil {
            try await house.serve { running in
                if let made = effect {
                    try await look(running, after: made)
                    position += 1
                    effect = nil
                }
                while position < history.steps.count, outcome.violation == nil {
                    let step = history.steps[position]
                    if isOffline(step) { return }
                    let made = try await Effect(of: step, model: model, isAcknowledged: perform(step, running))
                    if made.isAcknowledged { model.note(step) }
                    try await look(running, after: made)
                    position += 1
                }
            }
            guard position < history.steps.count, outcome.violation == nil else { break }
            let step = history.steps[position]
            effect = try await Effect(of: step, model: model, isAcknowledged: performOffline(step))
            if effect?.isAcknowledged == true { model.note(step) }
            if case .restore = step { tokens = [:] }
            if position == history.steps.count - 1 {
                try await house.serve { running in
                    if let effect { try await look(running, after: effect) }
                }
                break
            }
        }
    }

    /// Notes a broken promise; an open one is only counted.
    func note(_ rule: Rule, _ sentence: String) {
        let violation = Violation(rule: rule, step: position, sentence: sentence)
        if openPromises.contains(rule) {
            outcome.open[rule, default: 0] += 1
            if outcome.examples[rule] == nil { outcome.examples[rule] = violation }
        } else if outcome.violation == nil {
            outcome.violation = violation
        }
    }

    func one<Element>(of all: [Element]) -> Element? { all.randomElement(using: &random) }

    // MARK: Tokens

    private static let hostScopes: Set<Scope> = [
        .platformPeople, .platformRelations, .platformCatalogue, .platformPurchases,
    ]
    private static let ownScopes: Set<Scope> = [
        .feedRead, .ledgerRead, .shopWrite, .visibilityNarrow, .visibilityWiden, .account,
    ]

    func hostToken(_ running: House.Running) async throws -> String {
        try await Absent.orThrow(token("host", nil, Self.hostScopes, client: "host", running), "host")
    }

    func operatorToken(_ running: House.Running) async throws -> String {
        try await Absent.orThrow(token("operator", nil, [.operator], client: "operator", running), "operator")
    }

    /// The token of a person; `nil` if there is no such person.
    func token(of handle: String, with authority: Authority = .full, _ running: House.Running) async throws -> String? {
        guard model.people[handle] != nil else { return nil }
        return switch authority {
        case .full: try await token("full-\(handle)", handle, Self.ownScopes, client: "phone", running)
        case .narrowing: try await token("narrow-\(handle)", handle, [.visibilityNarrow], client: "watch", running)
        }
    }

    private func token(
        _ name: String, _ handle: String?, _ scopes: Set<Scope>, client: String, _ running: House.Running
    ) async throws -> String? {
        if let known = tokens[name] { return known }
        let issued = try? await running.point.tokens.issue(
            client: client, person: handle.flatMap { Handle($0) }, scopes: scopes, days: nil)
        tokens[name] = issued?.secret
        return issued?.secret
    }

    func forgetTokens(of handle: String) {
        tokens["full-\(handle)"] = nil
        tokens["narrow-\(handle)"] = nil
    }
}

/// What came of running a history.
public struct HistoryOutcome: Sendable {
    public internal(set) var violation: Violation?
    /// How often each open promise was broken.
    public internal(set) var open: [Rule: Int] = [:]
    /// The first break of each open promise.
    public internal(set) var examples: [Rule: Violation] = [:]
    /// How many purchases were seen by somebody else, counted once for each look.
    public internal(set) var sights = 0
    public internal(set) var acknowledged = 0
    public internal(set) var refused = 0
    public internal(set) var looks = 0
}
