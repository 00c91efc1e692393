import ArgumentParser
import Domain
import Foundation
import Histories
import VitrineTesting

@testable import vitrine

/// Imports tables as `vitrine import` does, in this process.
struct ImportCommands: OfflineCommands {
    func importTable(
        _ table: String, csv: String, into directory: String, policies: String, at now: Instant
    ) async throws -> Bool {
        let folder = try TemporaryDirectory()
        let file = folder.path("table.csv")
        try csv.write(toFile: file, atomically: false, encoding: .utf8)
        let source = table == "purchases" ? ["--client", "host"] : []
        let command = try Vitrine.parseAsRoot(
            ["import", table, "--data", directory, "--policies", policies, "--clock", now.description] + source + [file]
        )
        do {
            if var command = command as? any AsyncParsableCommand { try await command.run() }
            return true
        } catch let error as ExitCode where error.rawValue == CommandFailure.Code.rowsRefused.rawValue {
            return false
        }
    }
}
