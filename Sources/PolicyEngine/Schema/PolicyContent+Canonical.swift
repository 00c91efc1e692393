import Domain

extension PolicyContent {
    /// Everything that decides, whatever the order in which it was written.
    ///
    /// Names, ids of rules, reasons and comments decide nothing and are left out.
    var canonicalEncoding: [UInt8] {
        var encoding = CanonicalEncoding()
        encoding.put("vitrine policy 1")
        encoding.put(taxonomyRelease)
        encoding.putUnordered(classes) {
            $0.put($1.id)
            $0.put(Int($1.tier.rawValue))
        }
        encoding.putUnordered(roots) {
            $0.put($1.node)
            $0.put(Int($1.classCode.rawValue))
        }
        encoding.putUnordered(terms) { encoding, term in
            encoding.put(Int(term.classCode.rawValue))
            for words in [term.english, term.chinese, term.exceptEnglish, term.exceptChinese] {
                encoding.putUnordered(words) { $0.put($1) }
            }
        }
        encoding.put([
            labels.department, labels.category, preimageGoods, telling.ordinaryShare, telling.ordinaryCount,
            telling.classShare, k, release.raiseHold, Int(release.epoch.rawValue),
        ])
        encoding.put(Level.allCases.map { Int(levels.disclosure($0).code) })
        for tier in Tier.allCases {
            encoding.put(
                Audience.allCases.map { audience in
                    defaults[tier]?[audience].flatMap { Level.allCases.firstIndex(of: $0) } ?? 0
                })
        }
        encoding.putUnordered(rules) { $0.put($1) }
        encoding.put(TimeBucket.Size.allCases.map { release.settleHours[$0] ?? 0 })
        encoding.put(priceBands.defaultEdges.map { Int($0) })
        encoding.putUnordered(Array(priceBands.edgesByCurrency)) {
            $0.put($1.key)
            $0.put($1.value.map { Int($0) })
        }
        encoding.put([shop.slots, shop.lockHours, shop.nameLength, shop.lineLength])
        encoding.put(shop.pickable.map { Int($0.rawValue) }.sorted())
        encoding.put(shop.commissionBasisPoints)
        if let influence = shop.influence { encoding.put(influence) }
        // Policies without it have the revisions that they had before it was part of one.
        if let retention {
            encoding.put("retention")
            encoding.put(RetentionRules.Kind.allCases.map { retention.months[$0] ?? 0 } + [retention.graceDays])
        }
        return encoding.bytes
    }
}

extension CanonicalEncoding {
    fileprivate mutating func put(_ influence: InfluenceRules) {
        put([
            influence.window, influence.settlements, influence.agedDays, influence.shopsPerPerson,
            influence.epsilonMilli,
        ])
        for bands in [influence.visitorBands, influence.buyerBands, influence.invitationBands] { put(bands.edges) }
        for parts in [influence.weights, influence.caps] { put([parts.visitors, parts.buyers, parts.invitations]) }
        put(influence.tiers.flatMap { [$0.from, $0.slots] })
    }

    fileprivate mutating func put(_ rule: Rule) {
        let condition = rule.condition
        put(rule.effect.rawValue)
        put(Int(rule.disclosure.code))
        put((condition.kinds ?? Set(ActivityKind.allCases)).map { Int($0.rawValue) }.sorted())
        put(condition.audience.map { Int($0.rawValue) })
        put(condition.classes == nil ? 0 : 1)
        put((condition.classes ?? []).map { Int($0.rawValue) }.sorted())
        put((condition.tiers ?? Set(Tier.allCases)).map { Int($0.rawValue) }.sorted())
        put(condition.minimumAge)
        put([condition.minor, condition.isPrivate, condition.thirdParty].map { $0 ? 1 : 0 })
    }
}
