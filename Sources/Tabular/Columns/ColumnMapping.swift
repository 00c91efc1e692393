/// Under which header each field is found; a field that is not named is found under its own name.
public struct ColumnMapping: Hashable, Sendable {
    public static let byName = ColumnMapping(headers: [:])

    private let headers: [String: String]

    private init(headers: [String: String]) {
        self.headers = headers
    }

    /// Reads `field=header,field=header`; a header may hold anything but a comma.
    public init(_ text: some StringProtocol, fields: [Field]) throws(TabularError) {
        var headers: [String: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let sign = part.firstIndex(of: "=") else { throw .malformedMapping(String(part)) }
            let field = String(part[..<sign])
            let header = String(part[part.index(after: sign)...])
            guard !header.isEmpty else { throw .malformedMapping(String(part)) }
            let known = fields.map(\.name)
            guard known.contains(field) else {
                throw .unknownField(field, nearest: Spelling.nearest(to: field, among: known), known: known)
            }
            guard headers.updateValue(header, forKey: field) == nil else { throw .repeatedField(field) }
        }
        self.headers = headers
    }

    func header(of field: Field) -> String { headers[field.name] ?? field.name }
}
