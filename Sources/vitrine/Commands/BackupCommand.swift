import ArgumentParser
import Foundation

/// Makes a backup of the records.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a sealed backup of the records, without the keys.",
        discussion: """
            While a server holds the directory it goes on serving, and the backup holds everything as it was at one moment. The \
            file is checked from its first byte to its last before it gets its name. It opens with the keys of this \
            directory alone: keep keys.db and the root key somewhere else.

            Example:
              vitrine backup --data ./data --out ./vitrine-2026-11-20.backup
            """)

    @OptionGroup var options: InstallationOptions
    @Option(help: ArgumentHelp("The file to make; nothing is overwritten.", valueName: "file")) var out: String

    func run() async throws {
        let path = URL(filePath: out).path(percentEncoded: false)
        let result = try await options.perform { perform in try await perform(.backup(path: path)) }
        guard case .document(let bytes) = result else { return }
        Results.write("made \(out): \(try JSONDecoder().decode(BackupReport.self, from: Data(bytes)).text)")
    }
}
