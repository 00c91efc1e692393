import ArgumentParser
import Foundation
import Tabular

/// Reads a table and sends its rows, batch by batch, to whoever owns the data directory.
///
/// Each batch is one durable write, and putting a row again changes nothing, so an import that broke off is resumed by
/// running it again.
struct TableImport<Record: RowDecodable, Input: Sendable> {
    let name: String
    let options: ImportOptions
    let batch: Int
    let input: (Record) -> Input
    /// What is asked for a batch; the flag asks for a dry run, for which there may be nothing to ask.
    let operation: ([Input], Bool) -> Operation?
    /// Whether the table counts as a whole, so that a bad row spoils it.
    var isWhole = false

    private struct Tally {
        var applied = 0
        var refused = 0
    }

    func run() async throws {
        let isReadTwice = options.strict || isWhole
        // Standard input can be read once only.
        let bytes = isReadTwice && options.file == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : nil
        let tally = try await options.options.perform { perform in
            if isReadTwice { _ = try await pass(bytes, dryRun: true, stopAtFault: true, perform) }
            return try await pass(bytes, dryRun: false, stopAtFault: false, perform)
        }
        guard tally.refused > 0 else { return }
        TerminalOutput.standardError.write("\(tally.refused) of \(tally.applied + tally.refused) rows were refused\n")
        throw ExitCode(CommandFailure.Code.rowsRefused.rawValue)
    }

    private func pass(
        _ bytes: [UInt8]?, dryRun: Bool, stopAtFault: Bool, _ perform: (Operation) async throws -> OperationResult
    ) async throws -> Tally {
        let reader = try reader(bytes)
        var progress = ProgressReporter(
            title: dryRun ? "checking \(name)" : name, totalBytes: reader.totalBytes, output: .standardError,
            clock: MonotonicTime.clock)
        var tally = Tally()
        var lines: [Int] = []
        var inputs: [Input] = []
        func refuse(_ line: Int, _ reason: String) throws {
            if stopAtFault {
                progress.finish()
                throw CommandFailure("line \(line): \(reason); nothing was applied", exitCode: .rowsRefused)
            }
            tally.refused += 1
            progress.note("line \(line): \(reason)")
        }
        func send() async throws {
            if let operation = operation(inputs, dryRun), case .faults(let faults) = try await perform(operation) {
                for (index, reason) in faults.sorted(by: { $0.key < $1.key }) { try refuse(lines[index], reason) }
                tally.applied -= faults.count
            }
            tally.applied += inputs.count
            progress.update(rows: tally.applied + tally.refused, bytes: reader.bytesRead)
            lines.removeAll(keepingCapacity: true)
            inputs.removeAll(keepingCapacity: true)
        }
        while let row = try reader.next() {
            do throws(RowFault) {
                let record = try Record(row.get())
                lines.append(try row.get().line)
                inputs.append(input(record))
            } catch {
                try refuse(error.line, error.reason)
            }
            if inputs.count >= batch { try await send() }
        }
        if !inputs.isEmpty { try await send() }
        progress.update(rows: tally.applied + tally.refused, bytes: reader.bytesRead)
        progress.finish()
        return tally
    }

    private func reader(_ bytes: [UInt8]?) throws -> TabularReader {
        let mapping = try options.columns.map { text throws(TabularError) in
            try ColumnMapping(text, fields: Record.fields)
        }
        if let bytes {
            guard let format = options.format else { throw TabularError.unknownFormat }
            return try TabularReader(bytes: bytes, format: format, fields: Record.fields, mapping: mapping ?? .byName)
        }
        return try TabularReader(
            path: options.file, format: options.format, fields: Record.fields, mapping: mapping ?? .byName)
    }
}
