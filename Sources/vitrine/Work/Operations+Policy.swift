import Disclosure
import Domain
import PolicyLab

extension Operations {
    func consequences(of origin: PolicyOrigin, json: Bool) async throws -> OperationResult {
        let taxonomy = point.rulebook.taxonomy
        let candidate = try PolicyOrigin.explaining { try origin.policy(for: taxonomy) }
        let consequences = try await point.consequences(of: candidate, assuming: .givenAnew)
        return .document(Array((json ? consequences.json : consequences.text).utf8))
    }

    func explain(_ query: Operation.ExplanationQuery) async throws -> OperationResult {
        var viewer: PersonID?
        if let handle = query.viewer { viewer = try await person(handle) }
        let explanation: Explanation?
        let subject: String
        if let item = query.item, let viewer {
            subject = "\(item), seen by \(query.viewer ?? "")"
            explanation = try await point.explanation(of: item, for: viewer)
        } else {
            let handle = query.owner ?? ""
            let owner = try await person(handle)
            guard let buyer = Handle(handle) else {
                throw CommandFailure("`\(handle)` is no handle", exitCode: .refused)
            }
            let made = try query.purchase.made(buyer: buyer, now: point.personalRecords.now)
            let audience = try query.audience.map(PolicyExplainCommand.audience)
            subject =
                "a \(query.purchase.kind) that `\(handle)` might make, seen by \(query.viewer ?? audience?.name ?? "")"
            do {
                explanation = try await point.explanation(
                    of: made.activity, owner: owner, good: try made.good(number: 0), for: viewer, audience: audience)
            } catch let error as IntakeError {
                throw CommandFailure(error.reason, exitCode: .refused)
            }
        }
        guard let explanation else {
            throw CommandFailure("there is no such item", exitCode: .refused)
        }
        let report = ExplanationReport(explanation, subject: subject)
        return .document(Array((query.json ? report.json : report.text).utf8))
    }
}
