/// A required field for which no column was found.
public struct MissingColumn: Hashable, Sendable, CustomStringConvertible {
    public let field: String
    /// The header under which it was looked for.
    public let header: String
    /// The column whose name comes closest, when one comes close.
    public let nearest: String?

    public var description: String {
        var text = "no column `\(Quoted(header))`"
        if header != field { text += " for the field `\(field)`" }
        if let nearest { text += " (did you mean `\(Quoted(nearest))`? say `--columns \(field)=\(Quoted(nearest))`)" }
        return text
    }
}
