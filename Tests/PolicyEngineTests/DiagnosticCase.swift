import PolicyEngine
import Testing

/// A mistake made in the fixture, and what is said about it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let rendered: String
    /// Whether nodes are looked up in the fixture's taxonomy.
    var hasTaxonomy = false

    /// `*` stands for the whole file.
    init(_ name: String, in file: String, replacing old: String, with new: String, rendered: String) {
        self.name = name
        self.file = file
        self.old = old
        self.new = new
        self.rendered = rendered
    }

    var testDescription: String { name }

    var withTaxonomy: DiagnosticCase {
        var copy = self
        copy.hasTaxonomy = true
        return copy
    }

    var files: PolicyFiles {
        PolicyFiles(files: Fixture.files.map { ($0.0, bent($0.1, named: $0.0)) })
    }

    /// The fixture's overlay, when the mistake is in it.
    var overlays: [PolicyFiles] {
        guard file == "overlay.yaml" else { return [] }
        return [PolicyFiles(files: [(file, bent(Fixture.overlay, named: file))])]
    }

    private func bent(_ text: String, named name: String) -> String {
        guard name == file else { return text }
        return old == "*" ? new : text.replacing(old, with: new, maxReplacements: 1)
    }
}
