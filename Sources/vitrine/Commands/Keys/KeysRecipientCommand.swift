import ArgumentParser
import Domain
import Foundation
import Sealing

/// Makes the key pair that exports are sealed to.
struct KeysRecipientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipient", abstract: "Make a key pair for exports: print the public key, write the secret one.",
        discussion: """
            Make it on another machine, and keep the secret half there.

            Example:
              vitrine keys recipient --out recovery.key
            """)

    @Option(help: ArgumentHelp("Where the secret key goes.", valueName: "file")) var out: String

    func run() async throws {
        var pair = try KeyRecipient.makePair()
        try DurableFile.write(Array((Base64URL.encode(pair.secretKey) + "\n").utf8), toNew: out)
        for index in pair.secretKey.indices { pair.secretKey[index] = 0 }
        Results.write(Base64URL.encode(pair.publicKey))
    }
}
