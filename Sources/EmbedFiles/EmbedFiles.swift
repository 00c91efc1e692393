import Foundation

/// Writes a Swift source that holds files as literals: `EmbedFiles OUTPUT TYPE FOLDER FILE…`.
///
/// The literals are static strings: the compiler copies them into the binary as they are. Resource bundles are no
/// alternative, as they are found by the path of the machine that built them, nor is `.embedInCode`, which takes
/// minutes for some hundred kilobytes.
@main
enum EmbedFiles {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.popFirst(), let type = arguments.popFirst(), var folder = arguments.popFirst()
        else {
            throw EmbeddingError.usage
        }
        if !folder.hasSuffix("/") { folder += "/" }
        let files = try arguments.map { path in
            let url = URL(filePath: path)
            guard let text = String(bytes: try Data(contentsOf: url), encoding: .utf8) else {
                throw EmbeddingError.notUTF8(name: url.lastPathComponent)
            }
            // Files are named as they stand in the folder.
            let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : url.lastPathComponent
            return EmbeddedFile(name: name, text: text)
        }
        let source = SourceWriter(
            type: type, files: files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        try Data(source.text.utf8).write(to: URL(filePath: output))
    }
}
