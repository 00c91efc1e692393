import Domain

/// Reads purchases and happenings, one by one or as what the rows of a table have in common.
struct ActivityReader {
    static let visibilities = Vocabulary<Audience>(
        noun: "visibility", words: [("hidden", .owner)] + Audience.others.map { ($0.name, $0) })
    static let kinds = Vocabulary<ActivityKind>(
        noun: "kind of happening", words: Vocabulary.kinds.words.filter { $0.value != .purchase })

    let world: SuiteWorldReader
    private var vocabulary: SuiteVocabulary { world.vocabulary }

    /// An activity whose good may be yet to come.
    struct Draft {
        let owner: Handle
        let make: (Suite.Good?) -> Suite.Activity.Content?
    }

    func purchase(_ entry: SyntaxNode.Entry) -> Suite.Activity? {
        guard
            let reader = MappingReader(
                entry.value, of: "a purchase", Self.purchase, diagnostics: vocabulary.diagnostics)
        else { return nil }
        let draft = purchase(reader)
        guard let good = good(reader), let draft, let content = draft.make(good) else { return nil }
        return activity(entry, draft.owner, content)
    }

    func happening(_ entry: SyntaxNode.Entry) -> Suite.Activity? {
        guard
            let reader = MappingReader(
                entry.value, of: "a happening", Self.happeningOfAnyKind, diagnostics: vocabulary.diagnostics),
            let kind = reader.value("kind", of: Self.kinds), let draft = happening(reader, kind)
        else { return nil }
        let needsGood = Self.isAboutGood(kind)
        if needsGood, reader.node("good") == nil {
            vocabulary.diagnostics.report("missing key `good` in a happening", at: reader.location)
        } else if !needsGood, reader.node("good") != nil {
            vocabulary.diagnostics.report(
                "a `\(Self.kinds.word(for: kind))` is about no good", at: reader.keyLocation("good"))
        }
        let good = reader.node("good") == nil ? nil : good(reader)
        guard let content = draft.make(good) else { return nil }
        return activity(entry, draft.owner, content)
    }

    /// What every row of a table has in common: `{ buyer: …, at: … }`, or `{ kind: [pick, offer], owner: …, at: … }`.
    func drafts(_ node: SyntaxNode) -> [(kind: ActivityKind, draft: Draft)] {
        let isHappening =
            if case .mapping(let entries) = node.content { entries.contains { $0.key == "kind" } } else { false }
        guard
            let reader = MappingReader(
                node, of: "`each`", isHappening ? Self.happeningsOfTable : Self.purchaseOfTable,
                diagnostics: vocabulary.diagnostics)
        else { return [] }
        guard isHappening else { return purchase(reader).map { [(.purchase, $0)] } ?? [] }
        let kinds = reader.values("kind", of: Self.kinds) ?? []
        for kind in kinds where !Self.isAboutGood(kind) {
            vocabulary.diagnostics.report(
                "a `\(Self.kinds.word(for: kind))` is about no good", at: reader.keyLocation("kind"),
                expected: "`pick`, `offer`, or both")
        }
        return kinds.sorted { $0.rawValue < $1.rawValue }.compactMap { kind in
            happening(reader, kind).map { (kind, $0) }
        }
    }

    private func activity(
        _ entry: SyntaxNode.Entry, _ owner: Handle, _ content: Suite.Activity.Content
    ) -> Suite.Activity? {
        Suite.Activity(name: entry.key, location: entry.keyLocation, owner: owner, content: content)
    }

    private func good(_ reader: MappingReader) -> Suite.Good? {
        guard let node = reader.node("good"), let word = reader.text("good") else { return nil }
        return world.good(word, at: node.location)
    }

    private func person(_ reader: MappingReader, _ key: String) -> Handle? {
        guard let node = reader.node(key), let word = reader.text(key) else { return nil }
        return world.person(word, at: node.location)
    }

    private func happening(_ reader: MappingReader, _ kind: ActivityKind) -> Draft? {
        guard let owner = person(reader, "owner"),
            let at = reader.node("at").flatMap({ vocabulary.instant($0, named: "at") })
        else { return nil }
        return Draft(owner: owner) { good in .happening(Suite.Happening(kind: kind, good: good?.name, at: at)) }
    }

    private func purchase(_ reader: MappingReader) -> Draft? {
        let buyer = person(reader, "buyer")
        let moment = moment(reader)
        let received = reader.node("received").flatMap { vocabulary.instant($0, named: "received") }
        let quantity = reader.integer("quantity") ?? 1
        let total = reader.node("total").flatMap { vocabulary.money($0, named: "total") }
        let shop = person(reader, "shop")
        let visibility = reader.value("visibility", of: Self.visibilities)
        let code = reader.text("class").flatMap { word in
            vocabulary.classCode(word, at: reader.node("class")?.location ?? reader.location)
        }
        let isReturned = reader.flag("returned")
        let isThirdParty = reader.flag("thirdParty")
        let isMinors = reader.flag("minor")
        let isPrivate = reader.flag("private")
        guard let buyer, let moment else { return nil }
        return Draft(owner: buyer) { good in
            guard let good else { return nil }
            let paid =
                total
                ?? good.price.map {
                    Money(minorUnits: $0.minorUnits * Int64(quantity), currency: $0.currency)
                }
            guard let paid else {
                if reader.node("total") == nil {
                    vocabulary.diagnostics.report(
                        "missing key `total`: the good `\(good.name)` has no price", at: reader.location)
                }
                return nil
            }
            return .purchase(
                Suite.Purchase(
                    good: good.name, quantity: quantity, total: paid, moment: moment, received: received, shop: shop,
                    isReturned: isReturned, visibility: visibility, isThirdParty: isThirdParty,
                    classAtPurchase: code, isMinors: isMinors, isPrivate: isPrivate))
        }
    }

    /// With an offset, or on the buyer's clock.
    private func moment(_ reader: MappingReader) -> Suite.Moment? {
        guard let node = reader.node("at") else { return nil }
        if case .scalar(let text, _) = node.content, let parsed = LocalDateTime.parse(text),
            parsed.offsetInSeconds == nil
        {
            return .local(parsed.local)
        }
        return vocabulary.instant(node, named: "at").map(Suite.Moment.instant)
    }
}
