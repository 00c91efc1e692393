import Domain
import PolicyEngine
import Testing

struct ShippedPolicyTests {
    @Test func `the shipped policy loads`() throws {
        do {
            _ = try ShippedPolicy.load()
        } catch let error as InvalidPolicyError {
            Issue.record(Comment(rawValue: error.diagnostics.map(\.rendered).joined(separator: "\n")))
        }
    }

    @Test func `the shipped tree has every root and leaves nothing unclassified`() throws {
        let policy = try ShippedPolicy.load()
        let taxonomy = try ShippedPolicy.taxonomy()
        #expect(policy.missingRoots(in: taxonomy).isEmpty)
        let classifier = policy.classifier(for: taxonomy)
        #expect(taxonomy.categories.filter { classifier.classCode(ofCategory: $0.number) == .unknown }.map(\.id) == [])
    }

    @Test func `table and plain evaluator agree in every cell of the shipped policy`() throws {
        let policy = try ShippedPolicy.load()
        let space = policy.table.space
        let different = (0..<space.cellCount).filter {
            policy.table.disclosure(inCell: $0) != policy.plain.disclosure(space.facts(ofCell: $0))
        }
        #expect(different.isEmpty)
    }
}
