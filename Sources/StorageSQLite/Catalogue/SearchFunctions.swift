import Domain
import GRDB

/// What the schema's steps call to index what was there before there was an index.
enum SearchFunctions {
    /// The words of any number of texts.
    static let words = DatabaseFunction("vitrine_words", pure: true) { values in
        SearchIndex.words(of: values.compactMap { String.fromDatabaseValue($0) }.map(SearchText.init))
    }

    /// By what a brand is compared; nothing for none.
    static let brandKey = DatabaseFunction("vitrine_brand_key", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(key(ofBrand:))
    }

    static func key(ofBrand brand: String) -> String {
        SearchText(brand).runs.map(\.text).joined(separator: " ")
    }
}
