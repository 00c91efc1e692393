import ArgumentParser
import Foundation
import PolicyEngine
import Sealing
import StorageSQLite

/// Says what is wrong with a data directory and how to mend it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with a data directory, and how to mend it.",
        discussion: """
            Looks at keys, permissions, schema, the databases' integrity, who has them open and with which locks, locked \
            memory, the policy, and the disk. Exit code 5 when anything is wrong.

            Example:
              vitrine doctor --data ./data
            """)

    @OptionGroup var options: InstallationOptions

    func run() async throws {
        let settings = try await options.settings()
        let directory = try settings.directory()
        var examination = Examination(directory: directory, policy: settings.policy)
        await examination.run()
        for finding in examination.findings { Results.write(finding.text) }
        if examination.findings.contains(where: { !$0.isWell }) {
            throw ExitCode(CommandFailure.Code.invalidData.rawValue)
        }
    }
}
