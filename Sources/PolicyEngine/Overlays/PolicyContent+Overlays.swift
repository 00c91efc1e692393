import Domain

extension PolicyContent {
    /// The content with overlays laid over it, the same in whatever order they come.
    func under(_ overlays: [OverlayFile]) -> PolicyContent {
        guard !overlays.isEmpty else { return self }
        let overlays = overlays.sorted { $0.overlay.id < $1.overlay.id }
        var content = self
        content.sources = (sources + overlays.flatMap(\.sources)).sorted { $0.id < $1.id }
        content.classes = Self.classes(classes + overlays.flatMap(\.classes), under: overlays)
        content.roots = content.roots(under: overlays)
        content.terms = (terms + overlays.flatMap { $0.terms.map(\.term) }).sorted { $0.precedes($1) }
        content.rules = rules + overlays.flatMap(\.rules)
        content.rules += content.limits(onClassesWithheldBy: overlays, before: tiers)
        content.rules.sort { $0.id < $1.id }
        for overlay in overlays { content.take(overlay.stricter) }
        return content
    }

    /// The strictest tier that any overlay sets; one that may widen can so be overruled by another.
    private static func classes(
        _ classes: [SensitivityClass], under overlays: [OverlayFile]
    ) -> [SensitivityClass] {
        let changes = Dictionary(grouping: overlays.flatMap(\.tiers), by: \.classCode)
        return classes.map { sensitivity in
            guard let changes = changes[sensitivity.code], let tier = changes.map(\.tier).max() else {
                return sensitivity
            }
            let reasons = changes.filter { $0.tier == tier }.flatMap(\.because)
            return SensitivityClass(
                id: sensitivity.id, code: sensitivity.code, tier: tier, name: sensitivity.name,
                because: reasons.reduce(into: sensitivity.because) { if !$0.contains($1) { $0.append($1) } })
        }.sorted { $0.id < $1.id }
    }

    /// Of several roots at one node the strictest; the policy's own gives way only to an overlay that may widen.
    private func roots(under overlays: [OverlayFile]) -> [Root] {
        let replaced = Set(overlays.filter(\.mayWiden).flatMap { $0.roots.map(\.root.node) })
        let all = roots.filter { !replaced.contains($0.node) } + overlays.flatMap { $0.roots.map(\.root) }
        let tiers = tiers
        return Dictionary(all.map { ($0.node, $0) }) { first, second in
            let (left, right) = (tiers[first.classCode] ?? .withhold, tiers[second.classCode] ?? .withhold)
            if left != right { return left > right ? first : second }
            return first.classCode.rawValue <= second.classCode.rawValue ? first : second
        }.values.sorted { $0.node < $1.node }
    }

    /// Limits that make the grants of a class vanish that name it and not its tier.
    ///
    /// A grant by tier lets go of a class by itself when the tier rises. One that names the class would give it still.
    private func limits(
        onClassesWithheldBy overlays: [OverlayFile], before former: [ClassCode: Tier]
    ) -> [Rule] {
        var limits: [Rule] = []
        for overlay in overlays {
            for change in overlay.tiers where change.tier == .withhold && former[change.classCode] != .withhold {
                let isNamed = rules.contains {
                    $0.effect == .grant && $0.condition.classes?.contains(change.classCode) == true
                        && $0.condition.audience != .owner
                }
                let isLimited = limits.contains { $0.condition.classes == [change.classCode] }
                guard isNamed, !isLimited, let sensitivity = classes.first(where: { $0.code == change.classCode })
                else { continue }
                limits.append(
                    Rule(
                        id: "\(overlay.overlay.id)-withholds-\(sensitivity.id)", effect: .limit,
                        condition: Condition(audience: .closeFriends, classes: [change.classCode]),
                        disclosure: .nothing, because: change.because, location: change.location))
            }
        }
        return limits
    }

    private mutating func take(_ values: StricterValues) {
        k = max(k, values.k ?? k)
        preimageGoods = max(preimageGoods, values.preimageGoods ?? preimageGoods)
        telling = TellingThresholds(
            ordinaryShare: max(telling.ordinaryShare, values.ordinaryShare ?? telling.ordinaryShare),
            ordinaryCount: max(telling.ordinaryCount, values.ordinaryCount ?? telling.ordinaryCount),
            classShare: min(telling.classShare, values.classShare ?? telling.classShare))
        release = ReleaseCalendar(
            settleHours: release.settleHours.merging(values.settleHours) { max($0, $1) },
            raiseHold: release.raiseHold, epoch: release.epoch)
        if let pickable = values.pickable { shop = shop.allowing(pickable) }
    }
}
