import ArgumentParser

/// Lets a server load its policy anew.
struct PolicyReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Let the server that holds a data directory load its policy anew.",
        discussion: """
            The server reads the directory that it was started with. What the policy shows less of is in force when this \
            returns; one that does not load, that may show more, that keeps things for less time, or that was in force before and is not the one loaded last is \
            refused, and the old one stays.

            Examples:
              vitrine policy reload --data ./data
              vitrine policy reload --data ./data --revision 1f0c9a7be2d4c586
            """)

    @OptionGroup var options: InstallationOptions
    @OptionGroup var permission: PolicyPermissionOptions

    func run() async throws {
        let result = try await options.perform { perform in
            try await perform(
                .reloadPolicy(
                    allowWidening: permission.allowWidening, allowDestruction: permission.allowDestruction,
                    revision: permission.revision))
        }
        guard case .policy(let former, let current) = result else { return }
        Results.write("revision \(current), \(former == current ? "as" : former ?? "none") before")
    }
}
