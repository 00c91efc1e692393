import Domain
import PolicyEngine
import Testing

struct DiagnosticTests {
    @Test(arguments: DiagnosticCase.all)
    func `a mistake is told where it stands`(_ mistake: DiagnosticCase) {
        let taxonomy = mistake.hasTaxonomy ? try? Fixture.taxonomy() : nil
        let rendered = Self.rendered(mistake.files, taxonomy: taxonomy, overlays: mistake.overlays)
        if rendered != mistake.rendered { print("«\(mistake.name)»\n\(rendered)\n«end»") }
        #expect(rendered == mistake.rendered)
    }

    static func rendered(
        _ files: PolicyFiles, taxonomy: Taxonomy? = nil, overlays: [PolicyFiles] = []
    ) -> String {
        do {
            _ = try PolicyLoader(digest: Fixture.digest).load(files, taxonomy: taxonomy, overlays: overlays)
            return "no mistake was found"
        } catch {
            return error.diagnostics.map(\.rendered).joined(separator: "\n")
        }
    }
}
