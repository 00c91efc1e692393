public import ArgumentParser
import Foundation
public import Tabular

/// Shows and changes who sees what of somebody.
struct VisibilityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visibility", abstract: "Show and change who sees what of a person's purchases.",
        subcommands: [Show.self, Set.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a person's consent and settings as JSON.")

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String

        func run() async throws {
            let result = try await options.perform { perform in try await perform(.showVisibility(person: person)) }
            if case .document(let bytes) = result { Results.write(String(decoding: bytes, as: UTF8.self)) }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a person's settings, or those of many people from a file; acts on the next read.",
            discussion: """
                Examples:
                  vitrine visibility set --data ./data --person ada --sharing on --since 2026-01-01T00:00:00Z
                  vitrine visibility set --data ./data --person ada --level friends:ordinary=hint --opt-in alcohol
                  vitrine visibility set --data ./data --person ada --block mallory
                  vitrine visibility set --data ./data --person ada --item it_5Zr… --show hidden
                  vitrine visibility set --data ./data --file settings.csv

                A file (CSV, TSV or JSON Lines) has a column `person` and any of `sharing` (on, off), `since`, `opt_in`, \
                `opt_out`, `levels`, `private` (on, off), `close_friends`, `blocks`, `mutes`; several values in one field are \
                separated by blanks.
                """)

        @OptionGroup var options: InstallationOptions
        @Option(help: "The person's handle.") var person: String?
        @Option(help: "A file with settings of many people; `-` is standard input.") var file: String?
        @Option(help: "csv, tsv or jsonl, where the file's name does not tell.") var format: TabularFormat?
        @Option(help: "on or off.") var sharing: Switch?
        @Option(help: "Share purchases made from this instant on.") var since: String?
        @Option(help: "A class to opt in; may be repeated.") var optIn: [String] = []
        @Option(help: "A class to opt out; may be repeated.") var optOut: [String] = []
        @Option(help: "AUDIENCE:TIER=LEVEL; may be repeated.") var level: [String] = []
        @Option(name: .customLong("private"), help: "Private mode: on or off.") var privateMode: Switch?
        @Option(help: "When private mode ends.") var privateUntil: String?
        @Option(help: "A friend who becomes a close friend; may be repeated.") var closeFriend: [String] = []
        @Option(help: "A close friend who becomes a friend; may be repeated.") var notCloseFriend: [String] = []
        @Option(help: "Somebody to block; may be repeated.") var block: [String] = []
        @Option(help: "Somebody to unblock; may be repeated.") var unblock: [String] = []
        @Option(help: "Somebody to mute; may be repeated.") var mute: [String] = []
        @Option(help: "Somebody to unmute; may be repeated.") var unmute: [String] = []
        @Option(help: "The id of one purchase of the person.") var item: String?
        @Option(help: "For that purchase: default, hidden, or the farthest audience.") var show: String?

        enum Switch: String, ExpressibleByArgument, CaseIterable {
            case on, off
        }

        func validate() throws {
            guard (person == nil) != (file == nil) else {
                throw ValidationError("say either `--person HANDLE` or `--file FILE`")
            }
            guard (item == nil) == (show == nil) else {
                throw ValidationError("`--item ID` and `--show …` go together")
            }
            if item != nil, person == nil { throw ValidationError("`--item` needs `--person`") }
        }

        func run() async throws {
            if let person, let item, let show {
                _ = try await options.perform { perform in
                    try await perform(.setItem(person: person, item: item, visibility: show))
                }
            }
            if let person {
                let input = try input(person)
                let result = try await options.perform { perform in try await perform(.setVisibility([input])) }
                try result.throwFault()
            } else if let file {
                try await setMany(file)
            }
        }

        private func input(_ person: String) throws -> Operation.VisibilityInput {
            Operation.VisibilityInput(
                person: person, sharing: sharing.map { $0 == .on }, since: since, optIn: optIn, optOut: optOut,
                levels: try Self.levels(level), isPrivate: privateMode.map { $0 == .on }, privateUntil: privateUntil,
                addCloseFriends: closeFriend, removeCloseFriends: notCloseFriend, addBlocks: block,
                removeBlocks: unblock,
                addMutes: mute, removeMutes: unmute)
        }

        static func levels(_ texts: [String]) throws -> [String: String] {
            var levels: [String: String] = [:]
            for text in texts {
                let parts = text.split(separator: "=")
                guard parts.count == 2 else {
                    throw CommandFailure(
                        "`\(text)`: expected AUDIENCE:TIER=LEVEL, as friends:ordinary=hint", exitCode: .refused)
                }
                levels[String(parts[0])] = String(parts[1])
            }
            return levels
        }

        private func setMany(_ file: String) async throws {
            let reader = try TabularReader(path: file, format: format, fields: VisibilityRow.fields)
            var faults = 0
            var done = 0
            var batch: [VisibilityRow] = []
            try await options.perform { perform in
                func send() async throws {
                    guard case .faults(let refused) = try await perform(.setVisibility(batch.map(\.input))) else {
                        return
                    }
                    for (index, reason) in refused.sorted(by: { $0.key < $1.key }) {
                        TerminalOutput.standardError.write("line \(batch[index].line): \(reason)\n")
                    }
                    faults += refused.count
                    done += batch.count - refused.count
                    batch.removeAll()
                }
                while let row = try reader.next() {
                    do {
                        batch.append(try VisibilityRow(row.get()))
                    } catch {
                        TerminalOutput.standardError.write("\(error)\n")
                        faults += 1
                    }
                    if batch.count == 200 { try await send() }
                }
                if !batch.isEmpty { try await send() }
            }
            TerminalOutput.standardError.write("settings of \(done) people changed, \(faults) refused\n")
            if faults > 0 { throw ExitCode(CommandFailure.Code.rowsRefused.rawValue) }
        }
    }
}

extension TabularFormat: ExpressibleByArgument {
    /// csv, tsv or jsonl.
    public init?(argument: String) { self.init(name: argument) }
}
