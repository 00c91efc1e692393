import ArgumentParser

/// Looks after the keys.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Look after the keys: rotate, reseal, export, import.",
        discussion: """
            A new root key (`rotate`) protects what is stolen from now on: it wraps the same keys of owners. New keys of owners \
            (`reseal`) protect records also from whoever once had the old root key. Both go on while a server serves, and may \
            be killed and run again at any point.
            """,
        subcommands: [
            KeysStatusCommand.self, KeysRotateCommand.self, KeysResealCommand.self, KeysRecipientCommand.self,
            KeysExportCommand.self, KeysImportCommand.self,
        ])
}
