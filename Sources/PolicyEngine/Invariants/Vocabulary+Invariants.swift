import Domain

extension Vocabulary where Value == Level? {
    static let choices = Vocabulary(
        noun: "level", words: [("unchosen", nil)] + Level.allCases.map { ($0.rawValue, $0) })
}

extension Vocabulary where Value == String {
    static let overrides = Vocabulary(
        noun: "override", words: (["default", "hidden"] + Audience.others.map(\.name)).map { ($0, $0) })
}

extension Vocabulary where Value == InputSelection.Settings {
    static let settings = Vocabulary(
        noun: "state of the settings", words: [("untouched", .untouched), ("switched-on", .switchedOn)])
}

extension Vocabulary where Value == InputChange.Subject {
    static let subjects = Vocabulary(noun: "change", words: InputChange.Subject.allCases.map { ($0.rawValue, $0) })
}

extension Vocabulary where Value == Invariant.Relation {
    static let relations = Vocabulary(
        noun: "relation", words: Invariant.Relation.allCases.map { ($0.rawValue, $0) })
}

extension Vocabulary where Value == PolicyProperty {
    static let properties = Vocabulary(
        noun: "property", words: PolicyProperty.allCases.map { ($0.rawValue, $0) })
}
