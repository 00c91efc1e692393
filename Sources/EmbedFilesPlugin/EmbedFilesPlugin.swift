import Foundation
import PackagePlugin

/// Embeds the policies of the package into the target that uses the plugin, under the target's name.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
    private static let folder = "policies"
    private static let categories = "categories.tsv"
    private static let suites = "tests"

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: Self.folder)
        let files = try [folder, folder.appending(path: Self.suites)].flatMap { folder in
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" || $0.lastPathComponent == Self.categories }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)+Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(Self.folder)",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [output.path(percentEncoded: false), target.name, folder.path(percentEncoded: false)]
                    + files.map { $0.path(percentEncoded: false) },
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
