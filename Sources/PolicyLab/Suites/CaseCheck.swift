import Disclosure
import Domain
import PolicyEngine

/// Holds what a viewer sees against what a suite expects.
struct CaseCheck {
    let activity: Suite.Activity
    let expectation: Suite.Expectation

    /// Everything in which both depart from each other; none where the case passes.
    func differences(_ explanation: Explanation) -> [Difference] {
        let seen = explanation.obstacle == nil ? explanation.disclosure : .nothing
        var differences = expectation.disclosure.differences(from: seen)
        if let rules = expectation.rules {
            let actual = explanation.determining.map(\.id)
            if Set(actual) != rules {
                add("rules", list(rules.sorted()), list(actual.sorted()), to: &differences)
            }
        }
        if let obstacle = expectation.obstacle {
            let actual = explanation.obstacle?.suiteObstacle.rawValue ?? "none"
            add("obstacle", obstacle.rawValue, actual, to: &differences)
        }
        if let released = expectation.released, released != explanation.releasedAt {
            add("released", released.description, explanation.releasedAt?.description ?? "never", to: &differences)
        }
        if let exposes = expectation.exposes {
            differences += exposedDifferences(exposes, explanation.exposed)
        }
        return differences
    }

    private func add(_ subject: String, _ expected: String, _ actual: String, to all: inout [Difference]) {
        if let difference = Difference(subject, expected: expected, actual: actual) { all.append(difference) }
    }

    private func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }

    /// Compares the JSON leaf by leaf; of what says which item it is, kind and owner are known beforehand.
    private func exposedDifferences(_ expected: [String: SuiteValue], _ item: ExposedItem?) -> [Difference] {
        var served: [String: String] = [:]
        if let item, case .object(var fields)? = try? SuiteValue(served: item) {
            fields["id"] = nil
            if case .object(var actor)? = fields["actor"] {
                actor["name"] = nil
                fields["actor"] = .object(actor)
            }
            served = SuiteValue.object(fields).leaves("")
        }
        var expected = SuiteValue.object(expected).leaves("")
        if expected == ["": "{}"] { expected = [:] }
        // A category that is given by its id alone has the names of the taxonomy at hand.
        if let id = expected.removeValue(forKey: "product.category") {
            expected["product.category.id"] = id
            for name in ["name", "name.en", "name.zh"] { served["product.category.\(name)"] = nil }
        }
        expected["kind"] = "\"\(activity.kind)\""
        expected["actor.handle"] = "\"\(activity.owner.text)\""
        return Set(expected.keys).union(served.keys).sorted().compactMap { path in
            Difference(
                "exposes.\(path)", expected: expected[path] ?? "absent", actual: served[path] ?? "absent")
        }
    }
}
