import PolicyEngine
import Testing

struct DiagnosticTests {
    @Test(arguments: DiagnosticCase.words + DiagnosticCase.shape + DiagnosticCase.rules + DiagnosticCase.goods)
    func `a mistake is told where it stands`(_ mistake: DiagnosticCase) {
        let rendered = Self.rendered(mistake.files)
        if rendered != mistake.rendered { print("«\(mistake.name)»\n\(rendered)\n«end»") }
        #expect(rendered == mistake.rendered)
    }

    static func rendered(_ files: PolicyFiles) -> String {
        do {
            _ = try Fixture.load(files)
            return "no mistake was found"
        } catch let error as InvalidPolicyError {
            return error.diagnostics.map(\.rendered).joined(separator: "\n")
        } catch {
            return "another error"
        }
    }
}
