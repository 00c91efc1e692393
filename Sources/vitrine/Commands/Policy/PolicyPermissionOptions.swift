import ArgumentParser
import Disclosure

/// What has to be said in so many words when a policy is put in force.
struct PolicyPermissionOptions: ParsableArguments {
    @Flag(help: "The policy may show more than the one loaded last.")
    var allowWidening = false

    @Flag(
        help:
            "The policy may keep things for less time than the one loaded last; what is older is erased after its grace."
    )
    var allowDestruction = false

    @Option(
        help: ArgumentHelp(
            "The revision that is meant; the only way back to one that was in force before.", valueName: "name"))
    var revision: String?

    var permission: PolicyPermission {
        PolicyPermission(
            allowsWidening: allowWidening, allowsDestruction: allowDestruction, revision: revision)
    }
}
