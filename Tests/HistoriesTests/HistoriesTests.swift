import Foundation
import Histories
import Testing

@Suite struct HistoriesTests {
    /// As many histories as `VITRINE_HISTORIES` says, from the seed that `VITRINE_HISTORIES_SEED` says.
    private static let count = number("VITRINE_HISTORIES") ?? 100
    private static let seed = number("VITRINE_HISTORIES_SEED") ?? 0

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    @Test func `what was narrowed stays narrowed, and nobody sees what nobody agreed to`() async throws {
        let histories = Histories(commands: ImportCommands(), openPromises: OpenPromises.rules)
        let tally = try await Tally(histories, count: Self.count, from: Self.seed)
        print(tally.text)
        for report in tally.reports { Issue.record("\(report)") }
        // Histories in which nothing is to be seen would keep every promise.
        #expect(tally.withSights * 5 >= tally.count)
    }
}
