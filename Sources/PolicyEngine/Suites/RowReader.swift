import Domain

/// Reads the rows of a matrix: what each viewer must see of the activities that a key names.
struct RowReader {
    struct Pair: Hashable {
        let activity: Int
        let viewer: Suite.Viewer
    }

    struct Cell {
        let expectation: Suite.Expectation
        let location: SourceLocation
    }

    /// By names that ` and ` may join: one expectation for all viewers, one for each of them, or some by viewer.
    static let rows = Shape.entries(
        of: .either(
            .text, .list(of: ExpectationReader.expectation, mayBeEmpty: true),
            .entries(of: ExpectationReader.expectation, mayBeEmpty: true)))

    let world: SuiteWorldReader
    private var vocabulary: SuiteVocabulary { world.vocabulary }
    private var diagnostics: Diagnostics { vocabulary.diagnostics }

    /// The rows of a matrix by activity, where each pair is given once.
    func rows(
        _ node: SyntaxNode, named key: String, of activities: [Suite.Activity], _ names: Set<String>,
        _ viewers: [Suite.Viewer]
    ) -> [Pair: Cell] {
        var rows: [Pair: Cell] = [:]
        for entry in MappingReader.entries(node, named: key, of: "activities", diagnostics) {
            for (name, place) in vocabulary.names(in: entry.key, at: entry.keyLocation) {
                guard let activity = activities.firstIndex(where: { $0.name == name }) else {
                    if !names.contains(name) {
                        diagnostics.report(
                            "unknown purchase or happening `\(name)`", at: place,
                            suggestion: Spelling.nearest(to: name, among: names))
                    }
                    continue
                }
                let cells = cells(entry.value, of: activity, owner: activities[activity].owner, viewers)
                for (pair, cell) in cells {
                    if let first = rows.updateValue(cell, forKey: pair) { reportTwice(pair, name, cell, first) }
                }
            }
        }
        return rows
    }

    /// One expectation for all viewers, a list with one for each of them, or a mapping by viewer.
    func cells(
        _ node: SyntaxNode, of activity: Int, owner: Handle, _ viewers: [Suite.Viewer]
    ) -> [Pair: Cell] {
        let reader = ExpectationReader(world: world)
        var cells: [Pair: Cell] = [:]
        switch node.content {
        case .scalar:
            guard let expectation = reader.expectation(node) else { return [:] }
            for viewer in viewers where viewer != .person(owner) {
                cells[Pair(activity: activity, viewer: viewer)] = Cell(
                    expectation: expectation, location: node.location)
            }
        case .sequence(let nodes):
            guard nodes.count == viewers.count else {
                diagnostics.report(
                    "the row has \(nodes.count) \(nodes.count == 1 ? "expectation" : "expectations"), not \(viewers.count)",
                    at: node.location,
                    expected: "one each for \(MappingReader.list(viewers.map(\.name)))")
                return [:]
            }
            for (viewer, node) in zip(viewers, nodes) {
                guard let expectation = reader.expectation(node) else { continue }
                cells[Pair(activity: activity, viewer: viewer)] = Cell(
                    expectation: expectation, location: node.location)
            }
        case .mapping(let entries):
            for entry in entries { read(entry, of: activity, owner, viewers, into: &cells) }
        }
        return cells
    }

    private func read(
        _ entry: SyntaxNode.Entry, of activity: Int, _ owner: Handle, _ viewers: [Suite.Viewer],
        into cells: inout [Pair: Cell]
    ) {
        let expectation = ExpectationReader(world: world).expectation(entry.value)
        for (name, place) in vocabulary.names(in: entry.key, at: entry.keyLocation) {
            guard let viewer = viewer(name, at: place, owner, viewers), let expectation else { continue }
            let pair = Pair(activity: activity, viewer: viewer)
            let cell = Cell(expectation: expectation, location: place)
            if let first = cells.updateValue(cell, forKey: pair) { reportTwice(pair, nil, cell, first) }
        }
    }

    private func viewer(
        _ name: String, at place: SourceLocation, _ owner: Handle, _ viewers: [Suite.Viewer]
    ) -> Suite.Viewer? {
        if let viewer = viewers.first(where: { $0.name == name }) {
            guard viewer == .person(owner) else { return viewer }
            diagnostics.report("`\(name)` is the owner", at: place, expected: "`self`, for what owners see")
            return nil
        }
        let isKnown = Audience(name: name) != nil || world.people.contains { $0.handle.text == name }
        diagnostics.report(
            isKnown ? "`\(name)` is none of the viewers" : "unknown viewer `\(name)`", at: place,
            expected: isKnown ? "one of \(MappingReader.list(viewers.map(\.name)))" : nil,
            suggestion: isKnown ? nil : Spelling.nearest(to: name, among: viewers.map(\.name)))
        return nil
    }

    private func reportTwice(_ pair: Pair, _ name: String?, _ cell: Cell, _ first: Cell) {
        let what = name.map { "`\($0)` to `\(pair.viewer.name)`" } ?? "`\(pair.viewer.name)`"
        diagnostics.report("what is expected of \(what) was said in line \(first.location.line)", at: cell.location)
    }
}
