import Domain
import PolicyEngine

extension ReportedFindings {
    public mutating func add(_ proof: Proof) {
        cellCount = proof.cells
        proved = proof.outcomes.map {
            Proved(
                id: $0.invariant.id, says: Bilingual($0.invariant.says, otherwise: $0.invariant.id), holds: $0.isProved,
                counterexample: $0.counterexample?.sentence)
        }
    }

    public mutating func add(_ coverage: CoverageReport) {
        shares += coverage.sections.map { Share(Self.name(ofSection: $0.name), part: $0.reached, whole: $0.total) }
    }

    public mutating func add(_ mutation: MutationReport) {
        shares.append(
            Share(
                Bilingual("changed policies that a suite notices", "能被测试发现的策略改动"), part: mutation.killed,
                whole: mutation.effective))
        survivors = mutation.survivors.map(\.mutant.change)
    }

    public mutating func add(_ difference: PolicyDifference) {
        former = difference.before
        changes =
            difference.decisions.map { Change(isWider: $0.direction.widens, text: $0.text) }
            + difference.hiding.map { Change(isWider: $0.direction.widens, text: $0.text) }
            + difference.classes.map { Change(isWider: $0.direction.widens, text: $0.text) }
            + difference.classification.map { Change(isWider: $0.direction.widens, text: $0.text) }
            + difference.terms.map { Change(isWider: $0.direction.widens, text: $0.text) }
            + difference.settings.map { Change(isWider: $0.direction.widens, text: $0.text) }
    }

    private static func name(ofSection name: String) -> Bilingual {
        let chinese = [
            "rules that match": "测试命中的规则", "rules that decide": "起决定作用的规则", "conditions": "条件",
            "cells": "情形（活动×受众×类别×开启与否）", "roots": "分类根节点", "terms": "标题词",
        ]
        return Bilingual(name, chinese[name] ?? name)
    }
}
