import Foundation

/// A folder with a world: the files that were imported, and the data directory.
struct WorldFolder: Sendable {
    let path: String

    /// An absolute one, as programs run elsewhere.
    init(_ path: String) {
        self.path = URL(filePath: path).standardizedFileURL.path
    }

    var data: String { path + "/data" }
    var people: TableFile { file("people") }
    var friendships: TableFile { file("friendships") }
    var products: TableFile { file("products") }
    var purchases: TableFile { file("purchases") }
    var visibility: TableFile { file("visibility") }
    var clock: TableFile { file("clock") }
    /// The mark is written last: a folder without it is half made.
    var isWhole: Bool { FileManager.default.fileExists(atPath: path + "/whole") }

    private func file(_ name: String) -> TableFile { TableFile(path: "\(path)/\(name).tsv") }

    /// Makes the data directory by the commands that an operator would use.
    func make(_ tables: WorldTables, by program: Program, telling: (String) -> Void) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: data) else {
            throw BenchFailure("`\(path)` was left half made; remove it")
        }
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        try tables.write(to: self)
        try program.run(["init", "--rehearsal", "--data", data])
        let clock = ["--data", data, "--clock", tables.importedAt]
        let imports: [(name: String, file: String, rows: Int)] = [
            ("people", people.path, tables.people.count), ("friendships", friendships.path, tables.friendships.count),
            ("products", products.path, tables.products.count),
            ("purchases", purchases.path, tables.purchases.count),
        ]
        if let taxonomy = tables.taxonomy { try program.run(["import", "taxonomy", taxonomy] + clock) }
        for entry in imports {
            let taken = try ContinuousClock().measure { try program.run(["import", entry.name, entry.file] + clock) }
            telling(
                String(
                    format: "%d %@ in %.1f s, %.0f rows/s", entry.rows, entry.name, taken.seconds,
                    Double(entry.rows) / taken.seconds))
        }
        try program.run(["visibility", "set", "--file", visibility.path] + clock)
        try Data().write(to: URL(filePath: path + "/whole"))
    }
}
