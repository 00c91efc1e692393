import Domain

/// Reads activities and expectations, and writes out every pair that is to be checked.
struct MatrixReader {
    let world: SuiteWorldReader
    private(set) var activities: [Suite.Activity] = []
    private(set) var cases: [Suite.Case] = []
    /// Whether everything so far could be read.
    private(set) var isSound = true

    static let viewers = Shape.list(of: .text)
    static let moment: [Field] = [.required("now", .instant), .required("expect", RowReader.rows)]
    static let table: [Field] = [
        .required("table", .text, "Its name; no other table of the suite has it."),
        .required("each", ActivityReader.each, "What every row has in common."),
        .required("rows", RowReader.rows, "What each viewer must see, by good."),
        .optional("viewers", viewers, "Those of the suite when left away."),
        .optional("now", .instant, "That of the suite when left away."),
    ]

    private var vocabulary: SuiteVocabulary { world.vocabulary }
    private var file: MappingReader { world.file }
    private var diagnostics: Diagnostics { vocabulary.diagnostics }

    init(world: SuiteWorldReader) {
        self.world = world
    }

    mutating func read() {
        let count = diagnostics.reported.count
        let reader = ActivityReader(world: world)
        let purchases = file.entries("purchases", of: "purchases")
        let happenings = file.entries("happenings", of: "happenings")
        for entry in happenings {
            guard let twin = purchases.first(where: { $0.key == entry.key }) else { continue }
            diagnostics.report(
                "the name `\(entry.key)` is taken by the purchase in line \(twin.keyLocation.line)",
                at: entry.keyLocation)
        }
        activities = purchases.compactMap(reader.purchase) + happenings.compactMap(reader.happening)
        let names = Set((purchases + happenings).map(\.key))
        let viewers = viewers(file) ?? world.people.map { .person($0.handle) }
        let rows = RowReader(world: world)
        let singles = Array(activities.indices)
        if let node = file.node("expect") {
            add(rows.rows(node, named: "expect", of: activities, names, viewers), singles, viewers, at: world.now, "")
        }
        for moment in moments() {
            add(
                rows.rows(moment.expect, named: "expect", of: activities, names, viewers), singles, viewers,
                at: moment.now, " at \(moment.now)")
        }
        if file.node("expect") == nil, file.node("moments") == nil, !activities.isEmpty {
            diagnostics.report(
                "nothing is expected of the activities", at: file.location, expected: "`expect` or `moments`")
        }
        readTables(rows, viewers)
        isSound = diagnostics.reported.count == count
    }

    /// Every pair of activity and viewer; owners see their own and are no viewers of it by name.
    private mutating func add(
        _ rows: [RowReader.Pair: RowReader.Cell], _ checked: [Int], _ viewers: [Suite.Viewer], at now: Instant,
        _ suffix: String
    ) {
        for activity in checked {
            let described = activities[activity]
            for viewer in viewers where viewer != .person(described.owner) {
                let cell = rows[RowReader.Pair(activity: activity, viewer: viewer)]
                cases.append(
                    Suite.Case(
                        name: "\(described.name) to \(viewer.name)\(suffix)",
                        location: cell?.location ?? described.location, activity: activity, viewer: viewer, now: now,
                        expectation: cell?.expectation ?? Suite.Expectation(), isListed: cell != nil))
            }
        }
    }

    private func viewers(_ reader: MappingReader) -> [Suite.Viewer]? {
        guard reader.node("viewers") != nil else { return nil }
        return reader.words("viewers").compactMap { word, place in
            if let audience = Audience(name: word) { return .audience(audience) }
            return world.person(word, at: place).map(Suite.Viewer.person)
        }
    }

    private func moments() -> [(now: Instant, expect: SyntaxNode)] {
        guard file.node("moments") != nil else { return [] }
        var seen: Set<Instant> = file.node("expect") == nil ? [] : [world.now]
        return file.list("moments").compactMap { node in
            guard
                let reader = MappingReader(node, of: "a moment", Self.moment, diagnostics: diagnostics),
                let place = reader.node("now"), let expect = reader.node("expect"),
                let now = vocabulary.instant(place, named: "now")
            else { return nil }
            guard seen.insert(now).inserted else {
                diagnostics.report("the moment `\(now)` comes twice", at: place.location)
                return nil
            }
            return (now, expect)
        }
    }

    private mutating func readTables(_ rows: RowReader, _ viewers: [Suite.Viewer]) {
        guard file.node("tables") != nil else { return }
        var taken: [String: SourceLocation] = [:]
        for node in file.list("tables") {
            guard
                let table = MappingReader(node, of: "a table", Self.table, diagnostics: diagnostics),
                let name = table.text("table"), let each = table.node("each"), let content = table.node("rows")
            else { continue }
            if let first = taken.updateValue(table.location, forKey: name) {
                diagnostics.report(
                    "a second table `\(name)` beside that in line \(first.line)",
                    at: table.node("table")?.location ?? table.location)
            }
            let now = table.node("now").flatMap { vocabulary.instant($0, named: "now") } ?? world.now
            let drafts = ActivityReader(world: world).drafts(each)
            read(content, of: name, drafts, rows, self.viewers(table) ?? viewers, at: now)
        }
    }

    /// One activity for each row and kind, all of them with the row's expectations.
    private mutating func read(
        _ content: SyntaxNode, of table: String, _ drafts: [(kind: ActivityKind, draft: ActivityReader.Draft)],
        _ rows: RowReader, _ viewers: [Suite.Viewer], at now: Instant
    ) {
        var taken: Set<String> = []
        for entry in MappingReader.entries(content, named: "rows", of: "goods", diagnostics) {
            for (name, place) in vocabulary.names(in: entry.key, at: entry.keyLocation) {
                guard taken.insert(name).inserted else {
                    diagnostics.report("the row `\(name)` comes twice", at: place)
                    continue
                }
                guard let good = world.good(name, at: place) else { continue }
                for (kind, draft) in drafts {
                    guard let made = draft.make(good) else { continue }
                    let word = drafts.count > 1 ? " as \(Vocabulary.kinds.word(for: kind))" : ""
                    activities.append(
                        Suite.Activity(
                            name: "\(table): \(name)\(word)", location: place, owner: draft.owner, content: made))
                    let cells = rows.cells(entry.value, of: activities.count - 1, owner: draft.owner, viewers)
                    add(cells, [activities.count - 1], viewers, at: now, "")
                }
            }
        }
    }
}
