import ArgumentParser

/// The options that say which world is measured.
struct WorldOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder for the world; made where there is none, used again where there is one.", valueName: "dir"))
    var data: String
    @Option(
        help: ArgumentHelp(
            "A folder with a real graph and a real year of purchases, instead of a made world.", valueName: "dir"))
    var source: String?
    @Option(help: ArgumentHelp("Which category the goods of the real year are.", valueName: "file"))
    var productTypes = "Tests/RealDataTests/Input/product_types.tsv"
    @Option(help: "People of a made world.") var people = 1_000
    @Option(help: "Friends of each.") var friends = 150
    @Option(help: "Purchases of each.") var purchases = 100
    @Option(help: "The same seed makes the same world.") var seed: UInt64 = 1
    @Option(help: ArgumentHelp("The program; default: `vitrine` beside this one.", valueName: "path"))
    var vitrine: String?

    /// The world, made first where it is not there.
    func world(of program: Program) throws -> BenchWorld {
        let folder = WorldFolder(data)
        if !folder.isWhole {
            try folder.make(tables(), by: program) { FileLine.write($0) }
        }
        return try BenchWorld(folder)
    }

    /// What such a world is made of.
    func tables() throws -> WorldTables {
        try source.map { try RealTables(source: $0, productTypes: productTypes).tables() }
            ?? SyntheticTables(people: people, friendsEach: friends, purchasesEach: purchases, seed: seed).tables()
    }
}
