import ArgumentParser
import Disclosure

/// The options of the command that serves.
struct ServingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A directory of policy sources, instead of the policy built in.", valueName: "dir"))
    var policies: String?

    @Option(
        help: ArgumentHelp(
            "A directory of an overlay, which narrows the policy; may be repeated.", valueName: "dir"))
    var overlay: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where the API listens (default: \(Settings.defaultListen)).", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "Where health and metrics listen (default: \(Settings.defaultOperationsListen)).", valueName: "host:port"))
    var operationsListen: String?

    @Option(help: ArgumentHelp("How much is logged: trace to critical (default: info).", valueName: "level"))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "How much memory copies may take that answers are made from, in megabytes "
                + "(default: \(MemoryBudget.standard.bytes >> 20)).",
            valueName: "number"))
    var cacheMegabytes: String?

    /// What the command line says, to be laid over environment and file.
    var flags: [Setting: String] {
        let said: [Setting: String?] = [
            .policies: policies, .overlay: overlay.isEmpty ? nil : overlay.joined(separator: ":"), .listen: listen,
            .operationsListen: operationsListen, .logLevel: logLevel, .cacheMegabytes: cacheMegabytes,
        ]
        return said.compactMapValues(\.self)
    }
}
