import Domain

/// Reads the world of a suite: moment, people, relations, consent, goods.
struct SuiteWorldReader {
    let file: MappingReader
    let vocabulary: SuiteVocabulary
    private(set) var now = Instant(seconds: 0)
    private(set) var people: [Suite.Person] = []
    private(set) var friendships: [Suite.Friendship] = []
    private(set) var closeFriends: [Handle: Set<Handle>] = [:]
    private(set) var blocks: [Handle: Set<Handle>] = [:]
    private(set) var agreements: [Handle: Suite.Agreement] = [:]
    private(set) var goods: [Suite.Good] = []
    /// Disclosures that the suite gives names of its own.
    private(set) var forms: [String: Disclosure] = [:]
    /// Every key of `people` and of `goods`, also those that could not be read, so that naming them is no further mistake.
    private(set) var goodNames: Set<String> = []

    /// A level, or fields.
    static let form = Shape.either(.word(of: .levels), .mapping(PartialDisclosure.shapes))
    static let relations: [Field] = [
        .optional("friends", .list(of: .either(pair, .mapping(friendship))), "Who is whose friend, and from when on."),
        .optional("closeFriends", .entries(of: .oneOrMore(of: .text)), "Whom somebody calls close."),
        .optional("blocks", .entries(of: .oneOrMore(of: .text)), "Whom somebody blocks."),
    ]
    private static let friendship: [Field] = [.required("between", pair), .required("from", .instant)]
    private static let pair = Shape.pair(of: .text)

    var diagnostics: Diagnostics { vocabulary.diagnostics }

    init(file: MappingReader, vocabulary: SuiteVocabulary) {
        self.file = file
        self.vocabulary = vocabulary
    }

    mutating func read() {
        now = file.node("now").flatMap { vocabulary.instant($0, named: "now") } ?? now
        people = PersonReader(vocabulary: vocabulary).people(file)
        readRelations()
        for entry in file.entries("consent", of: "people") {
            let agreement = AgreementReader(vocabulary: vocabulary, now: now).agreement(entry.value)
            guard let owner = person(entry.key, at: entry.keyLocation) else { continue }
            agreements[owner] = agreement
        }
        goodNames = Set(file.entries("goods", of: "goods").map(\.key))
        goods = GoodReader(vocabulary: vocabulary).goods(file)
        readForms()
    }

    func person(_ word: String, at place: SourceLocation) -> Handle? {
        if let known = people.first(where: { $0.handle.text == word }) { return known.handle }
        let names = people.map(\.handle.text)
        let suggestion = Spelling.nearest(to: word, among: names)
        diagnostics.report(
            "unknown person `\(word)`", at: place,
            expected: suggestion == nil ? "one of \(MappingReader.list(names))" : nil, suggestion: suggestion)
        return nil
    }

    func good(_ word: String, at place: SourceLocation) -> Suite.Good? {
        if let known = goods.first(where: { $0.name == word }) { return known }
        if !goodNames.contains(word) {
            diagnostics.report(
                "unknown good `\(word)`", at: place, suggestion: Spelling.nearest(to: word, among: goodNames))
        }
        return nil
    }

    private mutating func readForms() {
        for entry in file.entries("forms", of: "disclosures") {
            if Level(rawValue: entry.key) != nil {
                diagnostics.report("the form `\(entry.key)` has the name of a level", at: entry.keyLocation)
                continue
            }
            let partial = PartialDisclosure(
                entry.value, of: "the form `\(entry.key)`", levels: vocabulary.policy?.levels, diagnostics)
            forms[entry.key] = partial?.filled(from: .nothing).normalized ?? .nothing
        }
    }

    private mutating func readRelations() {
        guard let node = file.node("relations"),
            let relations = MappingReader(
                node, of: "`relations`", noun: "relation", Self.relations, diagnostics: diagnostics)
        else { return }
        for pair in relations.list("friends") { readFriendship(pair) }
        for entry in relations.entries("closeFriends", of: "people") {
            guard let owner = person(entry.key, at: entry.keyLocation) else { continue }
            for (friend, place) in named(entry, in: relations) {
                if isFriend(friend, of: owner) {
                    closeFriends[owner, default: []].insert(friend)
                } else {
                    diagnostics.report("`\(friend.text)` is no friend of `\(owner.text)`", at: place)
                }
            }
        }
        for entry in relations.entries("blocks", of: "people") {
            guard let owner = person(entry.key, at: entry.keyLocation) else { continue }
            blocks[owner] = Set(named(entry, in: relations).map(\.0))
        }
    }

    private func named(_ entry: SyntaxNode.Entry, in relations: MappingReader) -> [(Handle, SourceLocation)] {
        relations.words(of: entry).compactMap { word, place in
            if word == entry.key {
                diagnostics.report("`\(word)` cannot name themselves", at: place)
                return nil
            }
            return person(word, at: place).map { ($0, place) }
        }
    }

    private func isFriend(_ one: Handle, of other: Handle) -> Bool {
        friendships.contains { ($0.first == one && $0.second == other) || ($0.first == other && $0.second == one) }
    }

    /// `[ada, ben]`, or `{ between: [ada, ben], from: … }`.
    private mutating func readFriendship(_ node: SyntaxNode) {
        var pair = node
        var from: Instant? = Instant(seconds: 0)
        if case .mapping = node.content {
            guard
                let reader = MappingReader(node, of: "a friendship", Self.friendship, diagnostics: diagnostics),
                let between = reader.node("between"), let start = reader.node("from")
            else { return }
            pair = between
            from = vocabulary.instant(start, named: "from")
        }
        guard case .sequence(let members) = pair.content, members.count == 2 else {
            diagnostics.report("a friendship cannot be \(pair.description)", at: pair.location, expected: "two people")
            return
        }
        let handles = members.compactMap { member -> Handle? in
            guard case .scalar(let word, _) = member.content, !word.isEmpty else {
                diagnostics.report("a friend cannot be \(member.description)", at: member.location, expected: "a name")
                return nil
            }
            return person(word, at: member.location)
        }
        guard handles.count == 2, let from else { return }
        guard handles[0] != handles[1] else {
            diagnostics.report("`\(handles[0].text)` cannot name themselves", at: members[1].location)
            return
        }
        guard !isFriend(handles[0], of: handles[1]) else {
            diagnostics.report(
                "the friendship of `\(handles[0].text)` and `\(handles[1].text)` comes twice", at: pair.location)
            return
        }
        friendships.append(Suite.Friendship(first: handles[0], second: handles[1], from: from))
    }
}
