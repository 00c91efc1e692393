import Domain

/// Reads `people:`.
struct PersonReader {
    let vocabulary: SuiteVocabulary

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
            node, of: "a person", required: [], optional: ["name", "zone", "minor", "shop"],
            diagnostics: vocabulary.diagnostics)
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
            let inner = MappingReader(
                node, of: "`shop`", required: ["name"], optional: ["sign"], diagnostics: vocabulary.diagnostics),
            let name = inner.text("name")
        else { return nil }
        return Suite.Shop(name: name, sign: inner.text("sign"))
    }
}

extension String {
    /// With its first letter made upper-case.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
