public import Domain
import Foundation

/// A node of a taxonomy: `id,parent_id,en_path,zh_path`, paths being names joined by ` > `.
///
/// Not personal data.
public struct CategoryRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("id"), .required("parent_id"), .required("en_path"), .required("zh_path"),
    ]

    public let id: String
    /// Nothing at the top.
    public let parentID: String?
    /// The last parts of the paths.
    public let name: LocalizedText

    public init(_ row: Row) throws(RowFault) {
        id = try row.value("id", Row.categoryExpectation) { Row.categoryID($0) }
        parentID = try row.optional("parent_id", Row.categoryExpectation) { Row.categoryID($0) }
        let expectation = "expected names joined by ` > `, the last of 1 to \(TextRule.title.maximumLength) characters"
        let en = try row.optional("en_path", expectation) { Self.lastName($0) }
        let zh = try row.optional("zh_path", expectation) { Self.lastName($0) }
        guard en != nil || zh != nil else {
            throw RowFault(line: row.line, reason: "`en_path` and `zh_path` are both empty")
        }
        name = LocalizedText(en: en, zh: zh)
    }

    private static func lastName(_ path: String) -> String? {
        let last = path.range(of: " > ", options: .backwards).map { path[$0.upperBound...] } ?? path[...]
        return Row.title(String(last))
    }
}
