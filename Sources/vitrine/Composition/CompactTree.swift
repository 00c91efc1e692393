import DefaultPolicy
import Domain
import Storage
import Tabular

/// The category tree that comes with the program, and trees of files in its place.
enum CompactTree {
    static func drafts() throws -> [CategoryDraft] {
        guard let file = DefaultPolicy.files.first(where: { $0.name == "categories.tsv" }) else {
            throw CommandFailure("the program was built without its category tree", exitCode: .failure)
        }
        return try drafts(TabularReader(bytes: Array(file.text.utf8), format: .tsv, fields: CategoryRow.fields))
    }

    static func drafts(contentsOf path: String) throws -> [CategoryDraft] {
        try drafts(TabularReader(path: path, format: nil, fields: CategoryRow.fields))
    }

    private static func drafts(_ reader: TabularReader) throws -> [CategoryDraft] {
        var drafts: [CategoryDraft] = []
        while let row = try reader.next() {
            let category = try CategoryRow(row.get())
            drafts.append(CategoryDraft(id: category.id, parentID: category.parentID, name: category.name))
        }
        return drafts
    }
}
