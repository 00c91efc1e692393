import Domain

/// Reads the entries of `classes:`.
struct ClassReader {
    let sources: Set<String>?
    /// Those that are there already, as an overlay finds them.
    var known: [SensitivityClass] = []
    /// Where the ids of those stand.
    var taken: [String: SourceLocation] = [:]

    static let list = Shape.list(of: .mapping(fields))
    private static let fields: [Field] = [
        .required("id", .identifier, "What rules, roots and terms call it."),
        .required("tier", .word(of: .tiers), "How strictly it is treated."),
        .required("name", .localized), .required("because", .because, "Entries of `sources.yaml`."),
    ]

    /// The classes of the file, without those that were known before.
    mutating func classes(_ file: MappingReader) -> [SensitivityClass] {
        var classes: [SensitivityClass] = []
        for node in file.list("classes") {
            guard let reader = MappingReader(node, of: "a class", Self.fields, diagnostics: file.diagnostics) else {
                continue
            }
            let id = reader.identifier(notIn: taken, of: "class")
            let tier = reader.value("tier", of: .tiers)
            let name = reader.localized("name")
            let because = reader.because(sources)
            guard let id else { continue }
            let place = reader.node("id")?.location ?? reader.location
            taken[id] = place
            // A class whose tier cannot be read still exists, so that naming it is no further mistake.
            let sensitivity = SensitivityClass(
                id: id, code: ClassCode(name: id), tier: tier ?? .withhold,
                name: name ?? LocalizedText(en: nil, zh: nil), because: because)
            check(sensitivity, at: place, beside: known + classes, file.diagnostics)
            classes.append(sensitivity)
        }
        return classes
    }

    private func check(
        _ sensitivity: SensitivityClass, at place: SourceLocation, beside others: [SensitivityClass],
        _ diagnostics: Diagnostics
    ) {
        if let twin = others.first(where: { $0.code == sensitivity.code }) {
            diagnostics.report(
                "the class `\(sensitivity.id)` has the same code as `\(twin.id)`", at: place,
                expected: "another id for one of them")
        }
        if sensitivity.tier == .ordinary, let first = others.first(where: { $0.tier == .ordinary }) {
            diagnostics.report(
                "`\(sensitivity.id)` is a second class of tier `ordinary` beside `\(first.id)`", at: place)
        }
    }
}
