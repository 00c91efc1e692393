import Foundation

extension TabularError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let code): "cannot open the file: \(String(cString: strerror(code)))"
        case .cannotRead(let code): "cannot read on: \(String(cString: strerror(code)))"
        case .unknownFormat: "the name does not tell the format; give `--format csv`, `tsv` or `jsonl`"
        case .compressed: "the input is compressed with gzip; unpack it first, as in `gzip -dc FILE | … -`"
        case .noHeader: "the input is empty: a first line with the names of the columns is expected"
        case .malformedHeader(let reason): "the first line cannot be read: \(reason)"
        case .missingColumns(let missing, let found):
            missing.map(\.description).joined(separator: "; ") + "; found: "
                + found.map { "`\(Quoted($0))`" }.joined(separator: ", ")
        case .repeatedColumn(let name): "two columns are named `\(Quoted(name))`"
        case .malformedMapping(let part): "`\(Quoted(part))` is not of the form `field=header`"
        case .unknownField(let field, let nearest, let known):
            "there is no field `\(Quoted(field))`; "
                + (nearest.map { "did you mean `\($0)`?" }
                    ?? "known are \(known.map { "`\($0)`" }.joined(separator: ", "))")
        case .repeatedField(let field): "the field `\(Quoted(field))` is mapped twice"
        }
    }
}
