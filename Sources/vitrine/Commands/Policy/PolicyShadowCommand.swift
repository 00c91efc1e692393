import ArgumentParser
import Foundation
import PolicyLab

/// What a candidate policy would have changed.
struct PolicyShadowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shadow", abstract: "Read what a candidate policy would have changed.", subcommands: [Report.self])

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report",
            abstract: "Print what a server with --shadow-policy wrote, epoch by epoch, over at least k owners.",
            discussion: """
                Example:
                  vitrine policy shadow report --data ./data
                """)

        @OptionGroup var data: DataOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let settings = try await Settings.load(
                flags: data.flags, file: data.config, environment: ProcessInfo.processInfo.environment)
            let log = try DataDirectory(path: try settings.requiredData()).shadowReports.log()
            Results.write((json ? log.json : log.text).trimmingCharacters(in: .newlines))
        }
    }
}
