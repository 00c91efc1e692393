import ArgumentParser

/// The options of every command that works on a data directory.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data directory.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("A file of settings, YAML or JSON.", valueName: "file"))
    var config: String?

    /// What the command line says, to be laid over environment and file.
    var flags: [Setting: String] {
        data.map { [.data: $0] } ?? [:]
    }
}
