import ArgumentParser

/// Puts a good into a slot of somebody's shop.
struct PickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pick", abstract: "Put a good into a slot of a person's shop, or empty the slot.",
        discussion: """
            A good comes from the catalogue or from the person's own purchases; the pick keeps nothing of which.

            Examples:
              vitrine pick --data ./data --person ada --slot 1 --product p-88
              vitrine pick --data ./data --person ada --slot 2 --purchase it_5Zr…
              vitrine pick --data ./data --person ada --slot 1 --nothing
            """)

    @OptionGroup var options: InstallationOptions
    @Option(help: "The person's handle.") var person: String
    @Option(help: "The slot, from 1.") var slot: Int
    @Option(help: "A product of the catalogue.") var product: String?
    @Option(help: "The id of a purchase in the person's ledger.") var purchase: String?
    @Flag(help: "Empty the slot.") var nothing = false
    @Flag(help: "Print the shop as the API answers it.") var json = false

    func validate() throws {
        guard [product != nil, purchase != nil, nothing].count(where: \.self) == 1 else {
            throw ValidationError("say one of `--product ID`, `--purchase ID` and `--nothing`")
        }
    }

    func run() async throws {
        let input = Operation.PickInput(person: person, slot: slot, product: product, purchase: purchase)
        let result = try await options.perform { perform in try await perform(.pick(input)) }
        try ShopLines.print(result, json: json)
    }
}
