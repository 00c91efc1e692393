import Foundation

/// The repository that these tests lie in.
enum Repository {
    /// Its top, found from this file.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files of `Sources` and `Tests`, and every entry of the top level without its text.
    static func files() throws -> [SourceFile] { try read.get() }

    /// Read once for all rules.
    private static let read = Result {
        try topLevel().map { SourceFile($0, "") } + swiftFiles("Sources") + swiftFiles("Tests")
    }

    private static func topLevel() throws -> [String] {
        let ignored = try ignoredNames()
        return try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !ignored.contains($0) }.sorted()
    }

    /// The plain names that `.gitignore` holds: what is made by building belongs to nobody.
    private static func ignoredNames() throws -> Set<String> {
        let text = try String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)
        return Set(text.split(separator: "\n").map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) })
    }

    private static func swiftFiles(_ folder: String) throws -> [SourceFile] {
        let base = root.appending(path: folder).path
        let names = try FileManager.default.subpathsOfDirectory(atPath: base).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { name in
            SourceFile("\(folder)/\(name)", try String(contentsOfFile: "\(base)/\(name)", encoding: .utf8))
        }
    }
}
