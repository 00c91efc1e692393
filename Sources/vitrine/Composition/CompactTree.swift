import DefaultPolicy
import Storage
import Tabular

/// The category tree that comes with the program, for installations without a taxonomy of their own.
enum CompactTree {
    static func drafts() throws -> [CategoryDraft] {
        guard let file = DefaultPolicy.files.first(where: { $0.name == "categories.tsv" }) else {
            throw CommandFailure("the program was built without its category tree", exitCode: .failure)
        }
        let reader = try TabularReader(bytes: Array(file.text.utf8), format: .tsv, fields: CategoryRow.fields)
        var drafts: [CategoryDraft] = []
        while let row = try reader.next() {
            let category = try CategoryRow(row.get())
            drafts.append(CategoryDraft(id: category.id, parentID: category.parentID, name: category.name))
        }
        return drafts
    }
}
