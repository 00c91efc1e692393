import PolicyEngine
import Testing

/// A mistake made in the fixture, and what is said about it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let rendered: String

    /// `*` stands for the whole file.
    init(_ name: String, in file: String, replacing old: String, with new: String, rendered: String) {
        self.name = name
        self.file = file
        self.old = old
        self.new = new
        self.rendered = rendered
    }

    var testDescription: String { name }

    var files: PolicyFiles {
        PolicyFiles(
            files: Fixture.files.map { name, text in
                guard name == file else { return (name, text) }
                return (name, old == "*" ? new : text.replacing(old, with: new, maxReplacements: 1))
            })
    }
}
