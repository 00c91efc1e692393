import Domain

extension WideningCheck {
    mutating func checkLevels() {
        for level in Level.allCases {
            let (before, after) = (former.levels.disclosure(level), next.levels.disclosure(level))
            if !after.isAtMost(before) {
                find("the level `\(level.rawValue)` discloses \(after.notation), it was \(before.notation)")
            }
        }
        for setting in Consent.Setting.all {
            let before = former.defaultLevel(setting.tier, setting.audience)
            let after = next.defaultLevel(setting.tier, setting.audience)
            let isFiner = !next.levels.disclosure(after).isAtMost(former.levels.disclosure(before))
            if after > before || isFiner {
                find(
                    "the default for \(setting.audience.name) and \(setting.tier.name) goods is `\(after.rawValue)`, "
                        + "it was `\(before.rawValue)`")
            }
        }
    }

    mutating func checkShop() {
        for tier in next.shop.pickable.subtracting(former.shop.pickable).sorted() {
            find("goods of tier `\(tier.name)` can be picked")
        }
        checkNotAbove("`slots`", former.shop.slots, next.shop.slots)
        // Picks tell of their owner when they are exchanged.
        checkNotBelow("`lockHours`", former.shop.lockHours, next.shop.lockHours)
        checkNotAbove("`nameLength`", former.shop.nameLength, next.shop.nameLength)
        checkNotAbove("`lineLength`", former.shop.lineLength, next.shop.lineLength)
        for change in InfluenceChange.all(from: former.shop, to: next.shop) where change.effect != .less {
            find("`\(change.name)` is \(change.after), it was \(change.before)")
        }
    }

    mutating func checkNumbers() {
        checkNotBelow("`preimage.goods`", former.preimageGoods, next.preimageGoods)
        checkFallBack()
        checkNotBelow("`k`", former.k, next.k)
        checkNotBelow("`telling.ordinaryShare`", former.telling.ordinaryShare, next.telling.ordinaryShare)
        checkNotBelow("`telling.ordinaryCount`", former.telling.ordinaryCount, next.telling.ordinaryCount)
        checkNotAbove("`telling.classShare`", former.telling.classShare, next.telling.classShare)
        // A deeper label tells more, a shallower one is found to be safe for more goods.
        checkTheSame("the depth of department labels", former.labels.department, next.labels.department)
        checkTheSame("the depth of category labels", former.labels.category, next.labels.category)
        if former.taxonomyRelease != next.taxonomyRelease {
            find(
                "the taxonomy is `\(next.taxonomyRelease)`, whose ids may mean other nodes than those of "
                    + "`\(former.taxonomyRelease)`")
        }
    }

    /// With more goods asked for, a good of tier B that told as a category may be shown as a department instead.
    private mutating func checkFallBack() {
        guard next.preimageGoods > former.preimageGoods else { return }
        let mayFallBack = (0..<next.table.space.cellCount).contains { cell in
            let facts = next.table.space.facts(ofCell: cell)
            return facts.audience != .owner && next.tier(of: facts.classCode) == .coarsen
                && next.table.disclosure(inCell: cell).product < .department
        }
        if mayFallBack { find("goods of tier `coarsen` that told as a category may be shown as a department instead") }
    }

    /// Ticks are midnights, so that other hours need not make another tick.
    ///
    /// A later tick is no plain narrowing: what came late for the former one is shown with its own bucket, before the next.
    mutating func checkRelease() {
        checkNotBelow("`raiseHold`", former.release.raiseHold, next.release.raiseHold)
        checkNotBelow("the length of the epoch", Int(former.release.epoch.rawValue), Int(next.release.epoch.rawValue))
        for size in TimeBucket.Size.allCases {
            let bucket = TimeBucket(size: size, index: 0)
            guard former.release.tick(of: bucket) != next.release.tick(of: bucket) else { continue }
            let (before, after) = (former.release.settleHours[size] ?? 0, next.release.settleHours[size] ?? 0)
            checkTheSame("`settle.\(size)`", before, after)
        }
    }

    /// A band must not be cut where it was whole; nor joined, as a wide band has goods enough where a narrow one had not.
    mutating func checkPrices() {
        let listed = Set(former.priceBands.edgesByCurrency.keys).union(next.priceBands.edgesByCurrency.keys).sorted()
        // Currencies of every number of decimals stand for those that are not listed.
        let currencies = listed + ["XTS", "JPY", "KWD", "CLF"].filter { !listed.contains($0) }
        for currency in currencies.compactMap({ Currency($0) }) {
            let (before, after) = (former.priceBands.edges(of: currency), next.priceBands.edges(of: currency))
            if before != after { find("the price bands of `\(currency.code)` are \(after), they were \(before)") }
        }
    }

    /// What is kept for longer can be asked for, stolen and shown for longer; what is kept for less destroys, which is asked
    /// about by itself.
    mutating func checkRetention() {
        for change in next.retentionChanges(from: former) where !change.destroys { find(change.description) }
        if let before = former.retention?.graceDays, let after = next.retention?.graceDays {
            checkNotBelow("the days of `grace`", before, after)
        }
    }

    private mutating func checkNotBelow(_ name: String, _ before: Int, _ after: Int) {
        if after < before { find("\(name) falls from \(before) to \(after)") }
    }

    private mutating func checkNotAbove(_ name: String, _ before: Int, _ after: Int) {
        if after > before { find("\(name) rises from \(before) to \(after)") }
    }

    private mutating func checkTheSame(_ name: String, _ before: Int, _ after: Int) {
        checkNotBelow(name, before, after)
        checkNotAbove(name, before, after)
    }
}
