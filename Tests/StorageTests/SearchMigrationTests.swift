import Domain
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

struct SearchMigrationTests {
    /// A file as the version before the search wrote it, with a kettle, and a cup that is gone.
    private func older(_ path: String) throws {
        let goods = """
            INSERT INTO products (id, status, title_en, title_zh, category_id, brand)
                VALUES ('kettle', 0, 'Steel kettle', '电热水壶', 'hg', 'Ørsted');
            INSERT INTO products (id) VALUES ('cup');
            """
        let steps = Schema.data.steps.prefix(2)
        let schema = Schema(applicationID: Schema.data.applicationID, steps: [steps[0], steps[1] + goods])
        try SQLiteFile.create(path: path)
        try SQLiteFile(path: path, schema: schema, tuning: .data(writerCacheBytes: nil)).close()
    }

    @Test func `a catalogue from before there was a search is indexed when it is opened`() async throws {
        let directory = try TemporaryDirectory()
        try older(directory.path("vitrine.db"))
        let store = try SQLiteDataStore(path: directory.path("vitrine.db"))
        let kettle = try #require(try await store.products().first)
        #expect(kettle.listedSince == nil && kettle.commissionRate == nil && kettle.references.isEmpty)
        for query in [
            CatalogueQuery(text: SearchText("水壶"), limit: 5), .init(text: SearchText("steel ørsted"), limit: 5),
            .init(brand: "ørsted", limit: 5),
        ] {
            #expect(try await store.search(query) == [kettle.number])
        }
        #expect(try await store.quickCheck())
        try store.close()
    }

    @Test(arguments: ["kettle", "\"", "'; DROP TABLE products; --", "NEAR(a b)", "words:a", "-a", "^a", "{a}", "a*"])
    func `nothing in a query is taken for the index's own language`(text: String) async throws {
        let directory = try TemporaryDirectory()
        let store = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        #expect(try await store.search(CatalogueQuery(text: SearchText(text), limit: 5)).isEmpty)
        try store.close()
    }

    @Test(
        arguments: [
            ("龙井茶", "龙井 井茶 茶", #""龙井 井茶""#), ("茶", "茶", #""茶" *"#),
            ("Green Tea", "green tea", #""green" * AND "tea" *"#),
            ("手机 x", "手机 机 x", #""手机" AND "x" *"#),
        ])
    func `a run of Chinese is indexed and asked for as overlapping bigrams`(
        text: String, words: String, expression: String
    ) {
        #expect(SearchIndex.words(of: [SearchText(text)]) == words)
        #expect(SearchIndex.expression(of: SearchText(text)) == expression)
    }
}
