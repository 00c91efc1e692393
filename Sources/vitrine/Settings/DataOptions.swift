import ArgumentParser

/// The options of every command that works on a data directory.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data directory.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("A file of settings, YAML or JSON.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Where the root key comes from: file, file:PATH, credential, environment, passphrase.", valueName: "source")
    )
    var keySource: String?

    /// What the command line says, to be laid over environment and file.
    var flags: [Setting: String] {
        let said: [Setting: String?] = [.data: data, .keySource: keySource]
        return said.compactMapValues(\.self)
    }
}
