import ArgumentParser
import Foundation
import Tabular

/// Reads a table and sends its rows, batch by batch, to whoever owns the data directory.
///
/// Each batch is one durable write, and putting a row again changes nothing, so an import that broke off is resumed by
/// running it again. Rows of one key that differ are all refused, wherever in the table they stand, see ``RepeatedRows``.
struct TableImport<Record: RowDecodable, Input: Sendable> {
    let name: String
    let options: ImportOptions
    let batch: Int
    /// By which rows name the same thing; `nil` where rows say nothing else than that.
    var key: RowKey?
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
        // Rows that differ under one key are found beforehand, as none of them may be taken.
        let isReadAgain = options.strict || isWhole || key != nil
        let spool = isReadAgain ? try Spool(unlessSeekable: options.file) : nil
        let path = spool?.path ?? options.file
        let repeated = try key.map { key in
            try RepeatedRows(key: key.value) { () throws(TabularError) in try reader(path) }
        }
        let tally = try await options.options.perform { perform in
            if options.strict || isWhole {
                _ = try await pass(path, repeated, dryRun: true, stopAtFault: true, perform)
            }
            return try await pass(path, repeated, dryRun: false, stopAtFault: false, perform)
        }
        withExtendedLifetime(spool) {}
        guard tally.refused > 0 else { return }
        TerminalOutput.standardError.write("\(tally.refused) of \(tally.applied + tally.refused) rows were refused\n")
        throw ExitCode(CommandFailure.Code.rowsRefused.rawValue)
    }

    private func pass(
        _ path: String, _ repeated: RepeatedRows?, dryRun: Bool, stopAtFault: Bool,
        _ perform: (Operation) async throws -> OperationResult
    ) async throws -> Tally {
        let reader = try reader(path)
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
                let row = try row.get()
                if let fault = key?.fault(of: row, repeated) { throw fault }
                let record = try Record(row)
                lines.append(row.line)
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

    private func reader(_ path: String) throws(TabularError) -> TabularReader {
        var mapping = ColumnMapping.byName
        if let columns = options.columns { mapping = try ColumnMapping(columns, fields: Record.fields) }
        let format = options.format ?? TabularFormat(path: options.file)
        return try TabularReader(path: path, format: format, fields: Record.fields, mapping: mapping)
    }
}

/// By which fields the rows of a table name the same thing.
struct RowKey: Sendable {
    /// The fields, for a message.
    let name: String
    /// `nil` for a row that names nothing.
    let value: @Sendable (Row) -> String?
    /// Says how rows of one key that differ are treated.
    var advice = "leave one of them"

    /// Why a row is not taken that differs from another one of its key.
    fileprivate func fault(of row: Row, _ repeated: RepeatedRows?) -> RowFault? {
        guard let repeated, let key = value(row), let other = repeated.line(otherThan: row, key: key) else {
            return nil
        }
        return RowFault(
            line: row.line, reason: "line \(other) has the same \(name) and says otherwise; neither is taken: \(advice)"
        )
    }

    static let handle = RowKey(name: "`handle`") { $0["handle"] }
    static let product = RowKey(name: "`id`") { $0["id"] }
    /// A blank separates the two, as neither can hold one.
    static let orderLine = RowKey(
        name: "`order` and `line`",
        value: { row in row["order"].map { "\($0) \(row["line"] ?? row["product"] ?? "")" } },
        advice: "number the lines of the order in a `line` column (without one, the product is the line)")
}
