import Domain

/// Reads `people:`.
struct PersonReader {
    let vocabulary: SuiteVocabulary

    /// By handle; what is an audience cannot name a person.
    static let people = Shape.entries(
        of: .mapping(fields),
        named: "^(?!(\(Audience.allCases.map(\.name).joined(separator: "|")))$)"
            + "[a-z0-9][a-z0-9_.-]{0,\(Handle.maximumLength - 1)}$")
    private static let fields: [Field] = [
        .optional("name", .text, "What others call them; the capitalised handle when left away."),
        .optional("zone", .text, "Where their clock stands, such as `Europe/Berlin`; UTC when left away."),
        .optional("minor", .flag, "Is a minor."),
        .optional("shop", .either(.text, .mapping(shop)), "The name over the door, or name and sign."),
    ]
    private static let shop: [Field] = [.required("name", .text), .optional("sign", .text)]

    func people(_ file: MappingReader) -> [Suite.Person] {
        file.entries("people", of: "people").compactMap { entry in
            guard let handle = Handle(entry.key) else {
                vocabulary.diagnostics.report(
                    "`\(entry.key)` cannot be the name of a person", at: entry.keyLocation,
                    expected: "lower-case letters and digits, `-`, `_` or `.`")
                return nil
            }
            if Audience(name: entry.key) != nil {
                vocabulary.diagnostics.report(
                    "`\(entry.key)` is an audience and cannot be the name of a person", at: entry.keyLocation)
                return nil
            }
            return person(entry.value, handle)
        }
    }

    /// Somebody whose settings cannot be read still exists, so that naming them is no further mistake.
    private func person(_ node: SyntaxNode, _ handle: Handle) -> Suite.Person {
        let reader = MappingReader(
            node, of: "a person", Self.fields, diagnostics: vocabulary.diagnostics)
        return Suite.Person(
            handle: handle, name: reader?.text("name") ?? handle.text.capitalizedFirst,
            zone: reader.flatMap(zone) ?? .utc, isMinor: reader?.flag("minor") ?? false, shop: reader.flatMap(shop))
    }

    private func zone(_ reader: MappingReader) -> Zone? {
        guard let text = reader.text("zone") else { return nil }
        if let zone = Zone(text) { return zone }
        vocabulary.diagnostics.report(
            "unknown zone `\(text)`", at: reader.node("zone")?.location ?? reader.location,
            expected: "a name of the IANA database such as `Europe/Berlin`")
        return nil
    }

    /// The name over the door, or name and sign.
    private func shop(_ reader: MappingReader) -> Suite.Shop? {
        guard let node = reader.node("shop") else { return nil }
        if case .scalar = node.content { return reader.text("shop").map { Suite.Shop(name: $0, sign: nil) } }
        guard
            let inner = MappingReader(node, of: "`shop`", Self.shop, diagnostics: vocabulary.diagnostics),
            let name = inner.text("name")
        else { return nil }
        return Suite.Shop(name: name, sign: inner.text("sign"))
    }
}

extension String {
    /// With its first letter made upper-case.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
