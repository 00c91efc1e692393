/// Writes the source of an extension that holds the files, in their order.
struct SourceWriter {
    let type: String
    let files: [EmbeddedFile]

    var text: String {
        var text = "// Written by EmbedFiles; what it holds is edited in the files.\n\nextension \(type) {\n"
        text += "static let embedded: [(name: StaticString, text: StaticString)] = [\n"
        for index in files.indices {
            text += "(name\(index), text\(index)),\n"
        }
        text += "]\n"
        // A constant each: one expression of all of them would be type-checked as a whole.
        for (index, file) in files.enumerated() {
            text +=
                "\nprivate static let name\(index): StaticString = \(EmbeddedFile(name: "", text: file.name).literal)\n"
            text += "private static let text\(index): StaticString = \(file.literal)\n"
        }
        return text + "}\n"
    }
}
