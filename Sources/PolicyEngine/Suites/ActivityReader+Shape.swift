import Domain

extension ActivityReader {
    static let purchase: [Field] = [buyer, good, at] + traits

    /// Told apart by kind, as picks and offers are about goods, and shops and milestones are not.
    static let happening = Shape.either(
        .mapping(happenings(.word(words(aboutGoods: true))) + [good]),
        .mapping(happenings(.word(words(aboutGoods: false)))))
    /// Of which the reader takes apart all kinds alike.
    static let happeningOfAnyKind: [Field] =
        happenings(.word(of: kinds)) + [.optional(good.key, good.shape, good.about)]

    /// What the rows of a table have in common: a purchase, or happenings of kinds that are about goods.
    static let each = Shape.either(
        .mapping(purchaseOfTable), .mapping(happenings(.oneOrMore(of: .word(words(aboutGoods: true))))))
    static let purchaseOfTable: [Field] = [buyer, at] + traits
    static let happeningsOfTable: [Field] = happenings(.oneOrMore(of: .word(of: kinds)))

    static func isAboutGood(_ kind: ActivityKind) -> Bool { kind == .pick || kind == .offer }

    private static func words(aboutGoods: Bool) -> [String] {
        kinds.words.filter { isAboutGood($0.value) == aboutGoods }.map(\.word)
    }

    private static func happenings(_ kind: Shape) -> [Field] {
        [.required("kind", kind, "What happened."), .required("owner", .text, "Whose shop it is."), atInstant]
    }

    private static let buyer = Field.required("buyer", .text, "Who bought it.")
    private static let good = Field.required("good", .text, "An entry of `goods`.")
    private static let at = Field.required("at", .moment, "With an offset, or on the buyer's clock.")
    private static let atInstant = Field.required("at", .instant)
    private static let traits: [Field] = [
        .optional("received", .instant, "When the shop told of it; at once when left away."),
        .optional("quantity", .integer(1...100_000), "One when left away."),
        .optional("total", .money, "What was paid; by the good's price when left away."),
        .optional("shop", .text, "Whose shop it was bought in."),
        .optional("visibility", .word(of: visibilities), "Whom the owner lets see this one item at most."),
        .optional("returned", .flag, "Was given back."),
        .optional("private", .flag, "Was bought in private mode."),
        .optional("minor", .flag, "Was bought as a minor."),
        .optional("thirdParty", .flag, "Somebody else is the subject of it."),
        .optional("class", .text, "The class that the good was of when it was bought."),
    ]
}
