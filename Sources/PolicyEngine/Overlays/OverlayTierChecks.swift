import Domain

/// Whether the tiers that an overlay sets are ones it may set.
struct OverlayTierChecks {
    let file: OverlayFile
    let before: PolicyContent
    let diagnostics: Diagnostics

    func check() {
        let classes = Dictionary((before.classes + file.classes).map { ($0.code, $0) }) { first, _ in first }
        for change in file.tiers {
            guard let sensitivity = classes[change.classCode], sensitivity.tier != change.tier else { continue }
            if sensitivity.tier == .ordinary || change.tier == .ordinary {
                diagnostics.report(
                    "`\(sensitivity.id)` cannot go from tier `\(sensitivity.tier.name)` to `\(change.tier.name)`",
                    at: change.location, expected: "one class of tier `ordinary`, the same as in the policy")
            } else if change.tier < sensitivity.tier, !file.mayWiden {
                diagnostics.report(
                    "the overlay lowers `\(sensitivity.id)` from tier `\(sensitivity.tier.name)` to "
                        + "`\(change.tier.name)`", at: change.location, expected: OverlayNarrowing.permission)
            }
        }
    }
}
