import Testing

/// Something that holds for the files of the repository, together with what breaks it and what does not.
struct Rule: Sendable, CustomTestStringConvertible {
    /// What holds, as a sentence.
    let name: String
    /// Each of these sets of files breaks the rule.
    let violating: [[SourceFile]]
    /// None of these does.
    let innocent: [SourceFile]
    let check: @Sendable ([SourceFile]) -> [Violation]

    var testDescription: String { name }

    /// A rule about all files together.
    init(
        _ name: String, violating: [[SourceFile]], innocent: [SourceFile] = [],
        together check: @escaping @Sendable ([SourceFile]) -> [Violation]
    ) {
        self.name = name
        self.violating = violating
        self.innocent = innocent
        self.check = check
    }

    /// A rule about each file by itself; each of the violating files breaks it.
    init(
        _ name: String, violating: [SourceFile], innocent: [SourceFile] = [],
        each check: @escaping @Sendable (SourceFile) -> [Violation]
    ) {
        self.init(name, violating: violating.map { [$0] }, innocent: innocent) { $0.flatMap(check) }
    }

    /// A rule that keeps words of code out of `Sources`, except where `isAllowed` says.
    static func forbidding(
        _ words: [String], _ name: String, violating: [SourceFile], innocent: [SourceFile] = [],
        allowedIn isAllowed: @escaping @Sendable (SourceFile) -> Bool = { _ in false }
    ) -> Rule {
        Rule(name, violating: violating, innocent: innocent) { file in
            guard file.isUnder("Sources"), !isAllowed(file) else { return [] }
            return file.lines(naming: words).map { Violation(file, $0.number, "`\($0.word)` does not belong here") }
        }
    }

    static let all = layers + capabilities + surroundings + files + style + layout
}
