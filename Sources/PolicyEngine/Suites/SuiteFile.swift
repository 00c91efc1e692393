import Domain

/// A file of `tests/`: one suite.
struct SuiteFile {
    let suite: Suite

    /// Reads the suite; what it names is looked up in the policy and the taxonomy, as far as they are known.
    init?(_ root: SyntaxNode, policy: PolicyContent?, taxonomy: Taxonomy? = nil, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics),
            let name = file.text("suite")
        else { return nil }
        let place = file.node("suite")?.location ?? file.location
        let vocabulary = SuiteVocabulary(policy: policy, taxonomy: taxonomy, diagnostics: diagnostics)
        guard ["people", "bands", "classifies", "tiers", "figures"].contains(where: { file.node($0) != nil }) else {
            diagnostics.report(
                "the suite names nobody and classifies nothing", at: place,
                expected: "`people`, `classifies`, `bands`, `tiers` or `figures`")
            return nil
        }
        let classifications = ClassificationReader(vocabulary: vocabulary).classifications(file)
        let bands = BandReader(vocabulary: vocabulary).bands(file)
        let tiers = TierListReader(vocabulary: vocabulary).tiers(file)
        let figures = FigureReader(vocabulary: vocabulary).figures(file)
        let isPinning = tiers != nil || !figures.isEmpty
        var world = SuiteWorldReader(file: file, vocabulary: vocabulary)
        world.read()
        var matrix = MatrixReader(world: world)
        matrix.read()
        if matrix.cases.isEmpty, classifications.isEmpty, bands.isEmpty, !isPinning, matrix.isSound {
            diagnostics.report(
                "the suite expects nothing", at: place,
                expected: "`expect`, `moments`, `tables`, `bands`, `classifies`, `tiers` or `figures`")
        }
        suite = Suite(
            name: name, location: place, now: world.now, people: world.people, friendships: world.friendships,
            closeFriends: world.closeFriends, blocks: world.blocks, agreements: world.agreements, goods: world.goods,
            activities: matrix.activities, cases: matrix.cases, classifications: classifications, bands: bands,
            tiers: tiers, figures: figures)
    }
}
