import Domain
import PolicyEngine

/// Compares the class and tier of every node of a taxonomy under two policies.
struct ClassificationComparison {
    private struct Change: Hashable {
        let before: ClassCode
        let after: ClassCode
    }

    let old: Policy
    let new: Policy
    let taxonomy: Taxonomy

    func differences() -> [ClassificationDifference] {
        let before = old.classifier(for: taxonomy)
        let after = new.classifier(for: taxonomy)
        var changes: [UInt32: Change] = [:]
        for category in taxonomy.categories {
            let change = Change(
                before: before.classCode(ofCategory: category.number),
                after: after.classCode(ofCategory: category.number))
            if isChange(change) { changes[category.number] = change }
        }
        var counts: [UInt32: Int] = [:]
        for (number, change) in changes {
            counts[head(of: number, change, changes), default: 0] += 1
        }
        let departments = coarsenedDepartments(after)
        let heads = taxonomy.categories.filter { counts[$0.number] != nil }
        return heads.compactMap { category in
            changes[category.number].map {
                difference(category, $0, nodes: counts[category.number] ?? 0, departments)
            }
        } + unknownRoots()
    }

    private func isChange(_ change: Change) -> Bool {
        change.before != change.after || old.tier(of: change.before) != new.tier(of: change.after)
    }

    /// The highest node above one that is linked to it by nodes that changed alike.
    private func head(of number: UInt32, _ change: Change, _ changes: [UInt32: Change]) -> UInt32 {
        taxonomy.lineage(of: number).prefix { changes[$0.number] == change }.last?.number ?? number
    }

    /// The departments in which goods of tier B remain, whose share of a form may have changed.
    private func coarsenedDepartments(_ classifier: Classifier) -> Set<UInt32> {
        Set(
            taxonomy.categories.filter {
                new.tier(of: classifier.classCode(ofCategory: $0.number)) == .coarsen
            }.compactMap { taxonomy.label(of: $0.number, depth: new.labels.department)?.number })
    }

    private func difference(
        _ category: Domain.Category, _ change: Change, nodes: Int, _ departments: Set<UInt32>
    ) -> ClassificationDifference {
        let (direction, note) = direction(of: category, change, departments)
        let names = ClassNames(old, new)
        let path = taxonomy.lineage(of: category.number).reversed().map { $0.name.en ?? $0.name.zh ?? $0.id }
        return ClassificationDifference(
            direction: direction, node: category.id, path: path.joined(separator: " > "), nodes: nodes,
            classBefore: names.name(change.before), tierBefore: old.tier(of: change.before).name,
            classAfter: names.name(change.after), tierAfter: new.tier(of: change.after).name, note: note)
    }

    private func direction(
        of category: Domain.Category, _ change: Change, _ departments: Set<UInt32>
    ) -> (Direction, String?) {
        let before = old.tier(of: change.before)
        let after = new.tier(of: change.after)
        if after < before { return (.wider, nil) }
        if before == after {
            return before == .withhold ? (.neutral, nil) : (.mixed, "opted in with the other class")
        }
        if before != .ordinary, after != .withhold {
            return change.before == change.after
                ? (.mixed, "shown where more was chosen for tier \(after.name) than for tier \(before.name)")
                : (.mixed, "shown to whom `\(ClassNames(old, new).name(change.after))` was opted in for")
        }
        if before != .ordinary, let department = taxonomy.label(of: category.number, depth: new.labels.department),
            departments.contains(department.number)
        {
            return (.mixed, "what stays of tier coarsen beside it has a smaller share of its form, and may be shown")
        }
        return (.narrower, nil)
    }

    /// Roots that differ and that the taxonomy does not have: what they decide cannot be seen here.
    private func unknownRoots() -> [ClassificationDifference] {
        func roots(_ policy: Policy) -> [String: ClassCode] {
            Dictionary(
                policy.roots.filter { taxonomy.category(id: $0.node) == nil }.map { ($0.node, $0.classCode) }
            ) { first, _ in first }
        }
        let before = roots(old)
        let after = roots(new)
        let names = ClassNames(old, new)
        return Set(before.keys).union(after.keys).sorted().compactMap { node in
            if before[node] == after[node] { return nil }
            func words(_ code: ClassCode?, _ policy: Policy) -> (String, String) {
                code.map { (names.name($0), policy.tier(of: $0).name) } ?? ("no root", "that of the next root above")
            }
            let (classBefore, tierBefore) = words(before[node], old)
            let (classAfter, tierAfter) = words(after[node], new)
            return ClassificationDifference(
                direction: .mixed, node: node, path: "", nodes: 1, classBefore: classBefore, tierBefore: tierBefore,
                classAfter: classAfter, tierAfter: tierAfter, note: "the taxonomy at hand does not have this node")
        }
    }
}
