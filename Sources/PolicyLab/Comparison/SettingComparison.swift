import Domain
import PolicyEngine

/// Compares everything in two policies that is neither a rule nor about what goods are.
struct SettingComparison {
    let old: Policy
    let new: Policy

    func differences() -> [SettingDifference] {
        levels() + defaults() + labels() + thresholds() + ReleaseComparison(old: old, new: new).differences()
            + PriceBandComparison(old: old.priceBands, new: new.priceBands).differences() + shop() + retention()
    }

    private func levels() -> [SettingDifference] {
        Level.allCases.flatMap { level -> [SettingDifference] in
            let before = old.levels.disclosure(level)
            let after = new.levels.disclosure(level)
            if before == after { return [] }
            return [
                SettingDifference(
                    Direction(from: before, to: after), "levels.\(level.rawValue)", before.notation, after.notation)
            ]
        }
    }

    private func defaults() -> [SettingDifference] {
        Consent.Setting.all.flatMap { setting -> [SettingDifference] in
            let before = old.defaultLevel(setting.tier, setting.audience)
            let after = new.defaultLevel(setting.tier, setting.audience)
            if before == after { return [] }
            return [
                SettingDifference(
                    .greaterIsWider(before, after), "defaults.\(setting.tier.name).\(setting.audience.name)",
                    before.rawValue, after.rawValue)
            ]
        }
    }

    /// A deeper label says more of a good; a shallower one has more goods and leaves, so that some are shown that were not.
    private func labels() -> [SettingDifference] {
        let note = "a deeper label tells more, a shallower one is found to be safe for more goods"
        return SettingDifference.figure(
            "labels.department", old.labels.department, new.labels.department, note: note
        ) { _, _ in .mixed }
            + SettingDifference.figure("labels.category", old.labels.category, new.labels.category, note: note) {
                _, _ in
                .mixed
            }
    }

    private func thresholds() -> [SettingDifference] {
        SettingDifference.figure("k", old.k, new.k, Direction.smallerIsWider) + preimage()
            + SettingDifference.figure(
                "telling.ordinaryShare", old.telling.ordinaryShare, new.telling.ordinaryShare, Direction.smallerIsWider)
            + SettingDifference.figure(
                "telling.ordinaryCount", old.telling.ordinaryCount, new.telling.ordinaryCount, Direction.smallerIsWider)
            + SettingDifference.figure(
                "telling.classShare", old.telling.classShare, new.telling.classShare, Direction.greaterIsWider)
            + (old.taxonomyRelease == new.taxonomyRelease
                ? []
                : [
                    SettingDifference(
                        .mixed, "taxonomy", old.taxonomyRelease, new.taxonomyRelease, note: "ids may mean other nodes")
                ])
    }

    /// With more goods asked for, a good of tier B that told as a category may be shown as a department instead.
    private func preimage() -> [SettingDifference] {
        let mayFallBack = (0..<new.table.space.cellCount).contains { cell in
            let facts = new.table.space.facts(ofCell: cell)
            return facts.audience != .owner && new.tier(of: facts.classCode) == .coarsen
                && new.table.disclosure(inCell: cell).product < .department
        }
        let isRaise = new.preimageGoods > old.preimageGoods
        return SettingDifference.figure(
            "preimage.goods", old.preimageGoods, new.preimageGoods,
            note: isRaise && mayFallBack ? "what told as a category may be shown as a department instead" : nil
        ) { isRaise && mayFallBack ? .mixed : .smallerIsWider($0, $1) }
    }

    /// Keeping for less destroys, and keeping for longer weakens.
    private func retention() -> [SettingDifference] {
        new.retentionChanges(from: old).map { change in
            SettingDifference(
                change.destroys ? .narrower : .wider, "retention.\(change.kind.rawValue)",
                RetentionChange.words(change.before), RetentionChange.words(change.after),
                note: change.destroys
                    ? "destroys what is older, \(new.retention?.graceDays ?? 0) days after it is loaded"
                    : "keeps what would have been erased")
        }
            + SettingDifference.figure(
                "retention.grace", old.retention?.graceDays ?? RetentionRules.usualGraceDays,
                new.retention?.graceDays ?? RetentionRules.usualGraceDays, Direction.smallerIsWider)
    }

    private func shop() -> [SettingDifference] {
        let before = old.shop
        let after = new.shop
        var differences =
            SettingDifference.figure("shop.slots", before.slots, after.slots, Direction.greaterIsWider)
            + SettingDifference.figure(
                "shop.lockHours", before.lockHours, after.lockHours, note: "picks tell of their owner when exchanged",
                Direction.smallerIsWider)
            + SettingDifference.figure(
                "shop.nameLength", before.nameLength, after.nameLength, Direction.greaterIsWider)
            + SettingDifference.figure(
                "shop.lineLength", before.lineLength, after.lineLength, Direction.greaterIsWider)
        differences += InfluenceChange.all(from: before, to: after).map { change in
            let direction: Direction =
                switch change.effect {
                case .more: .wider
                case .less: .narrower
                case .either: .mixed
                }
            return SettingDifference(direction, "shop.\(change.name)", change.before, change.after)
        }
        for tier in Tier.allCases where before.pickable.contains(tier) != after.pickable.contains(tier) {
            let isAdded = after.pickable.contains(tier)
            differences.append(
                SettingDifference(
                    isAdded ? .wider : .narrower, "shop.pickable.\(tier.name)", isAdded ? "no" : "yes",
                    isAdded ? "yes" : "no"))
        }
        return differences
    }
}
