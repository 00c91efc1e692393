import ArgumentParser
import Domain
@_spi(EnforcementPoint) import Sealing

/// Sealing and opening, beside the libsodium primitives that they are made of.
struct SealingBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sealing",
        abstract: "Measure sealing and opening of records beside the bare primitives, in one run.",
        discussion: """
            The bare side makes the same calls on the same sizes: the keyed hash of the address, the nonce, XChaCha20-Poly1305, \
            the keyed hash of the commitment. Medians of several rounds taken in turns.
            """)

    @Option(help: "Rounds.") var rounds = 15
    @Option(help: "Records a round.") var records = 20_000

    /// The kinds with their usual plaintexts: index entry, details, segment of facts.
    private static let kinds: [(name: String, kind: RecordKind, plaintext: Int, padded: Int)] = [
        ("index entry", .purchaseIndex, 14, 32), ("details", .details, 150, 256), ("segment", .segment, 2561, 3200),
    ]

    func run() async throws {
        let root = try RootKey.generate()
        let random = SodiumRandom()
        let seed = try KeyHierarchy.makeSeed(root: root, random: random)
        let keys = try KeyHierarchy(root: root, wrappedSeed: seed, random: random)
        let person = PersonID(rawValue: 42)
        let owner = try keys.makeOwnerKeys(for: person).keys
        for entry in Self.kinds {
            let name = RecordName(kind: entry.kind, owner: person, keyClass: .open, discriminator: .number(7))
            let plaintext = [UInt8](repeating: 0x41, count: entry.plaintext)
            let box = keys.seal(plaintext, as: name, with: owner.open)
            var bare = BareSealing(padded: entry.padded)
            var sum = 0
            let sealing = Comparison("seal \(entry.name)", rounds: rounds, records: records) {
                sum &+= keys.seal(plaintext, as: name, with: owner.open).bytes.count
            } bare: {
                bare.seal()
            }
            let opening = try Comparison("open \(entry.name)", rounds: rounds, records: records) {
                sum &+= try keys.open(box, as: name, with: owner.open).withBytes { $0.count }
            } bare: {
                sum &+= bare.open() ? 1 : 0
            }
            print(sealing.line)
            print(opening.line)
            guard sum > 0 else { throw ExitCode.failure }
        }
    }
}
