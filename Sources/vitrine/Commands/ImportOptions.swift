import ArgumentParser
import Tabular

/// What every import takes.
struct ImportOptions: ParsableArguments {
    @OptionGroup var options: InstallationOptions

    @Argument(help: "The file; `-` is standard input.")
    var file: String

    @Option(help: "csv, tsv or jsonl, where the file's name does not tell.")
    var format: TabularFormat?

    @Option(help: ArgumentHelp("Which column holds which field.", valueName: "field=header,…"))
    var columns: String?

    @Flag(help: "Stop at the first bad row, with nothing applied.")
    var strict = false
}
