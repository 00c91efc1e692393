/// Something that should not be so, told without what it is about.
public struct AuditFinding: Sendable, Encodable, Equatable {
    public enum Kind: String, Sendable, Encodable {
        /// Something personal stands in clear.
        case inClear = "in-clear"
        /// Two people stand side by side.
        case relation
        /// A table or column for which no reason is known.
        case unknownColumn = "unknown-column"
        /// A file that nobody made for this directory.
        case unknownFile = "unknown-file"
        /// Sealed bytes that do not look like chance.
        case uneven
        /// Something could be guessed.
        case guessed
        /// Purchases are tied to their owners by what was written together.
        case tied
        /// Something that was erased is left.
        case residue
        /// What records of a purchase take is above the limit.
        case large
    }

    public let kind: Kind
    /// What was found, in words.
    public let what: String
    public let file: String?
    public let area: String?
    public let page: Int?
    /// Where the first of them begins in the file.
    public let offset: Int?
    public let count: Int

    init(
        _ kind: Kind, _ what: String, file: String? = nil, area: String? = nil, page: Int? = nil, offset: Int? = nil,
        count: Int = 1
    ) {
        self.kind = kind
        self.what = what
        self.file = file
        self.area = area
        self.page = page
        self.offset = offset
        self.count = count
    }

    var text: String {
        var text = "\(kind.rawValue): \(what)"
        if count > 1 { text += ", \(count) times" }
        if let file { text += " in \(file)" }
        if let area { text += ", \(area)" }
        if let page { text += ", page \(page)" }
        if let offset { text += ", first at byte \(offset)" }
        return text
    }
}
