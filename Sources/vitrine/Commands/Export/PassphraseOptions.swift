import ArgumentParser

/// How the passphrase of an archive is come by.
struct PassphraseOptions: ParsableArguments {
    @Flag(name: .customLong("passphrase"), help: "Ask for a passphrase at the terminal.") var asks = false
    @Option(help: ArgumentHelp("A file of mode 0600 with the passphrase.", valueName: "file"))
    var passphraseFile: String?

    var isGiven: Bool { asks || passphraseFile != nil }

    /// Nothing where none was asked for.
    func words() throws -> [UInt8]? {
        if let passphraseFile { return try Passphrase.contents(of: passphraseFile) }
        return asks ? try Passphrase.ask("passphrase of the archive: ") : nil
    }
}
