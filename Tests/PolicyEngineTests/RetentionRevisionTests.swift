import Domain
import Foundation
import PolicyEngine
import Testing

struct RetentionRevisionTests {
    private static func policy(_ retention: String?) throws -> Policy {
        let file = retention.map { [("retention.yaml", $0 + "\nbecause: [product-promise]\n")] } ?? []
        return try Fixture.load(PolicyFiles(files: Fixture.files + file))
    }

    @Test func `how long things are kept is part of the revision`() throws {
        let texts: [String?] = [
            nil, "keep: { purchases: 3 years }", "keep: { purchases: 2 years }", "keep: { visits: 3 years }",
            "keep: { purchases: 3 years }\ngrace: 31 days", "keep: {}",
        ]
        let revisions = try texts.map { try Self.policy($0).revision }
        #expect(Set(revisions).count == texts.count)
        #expect(try Self.policy("keep: { purchases: 36 months }\ngrace: 30 days").revision == revisions[1])
        // Policies without the file keep the revision that older versions gave them.
        #expect(try Self.policy(nil).revision == Fixture.load().revision)
    }

    @Test func `a remembered policy knows how long it kept things, and one of an older version does not`() throws {
        let before = try Self.policy("keep: { purchases: 3 years }\ngrace: 31 days")
        let after = try Self.policy("keep: { purchases: 1 year }")
        let memory = try before.memory
        let known = try #require(Policy(remembered: memory, revision: before.revision, table: before.table))
        #expect(known.retention?.months == [.purchases: 36] && known.retention?.graceDays == 31)
        #expect(after.retentionChanges(from: known).map(\.destroys) == [true])
        var object = try #require(try JSONSerialization.jsonObject(with: Data(memory)) as? [String: Any])
        object["retention"] = nil
        let old = try #require(
            Policy(
                remembered: Array(try JSONSerialization.data(withJSONObject: object)), revision: before.revision,
                table: before.table))
        #expect(old.retention == nil)
        #expect(after.retentionChanges(from: old).isEmpty)
        #expect(after.widenings(over: old, taxonomy: .empty).isEmpty)
    }
}
