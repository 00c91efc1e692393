import Domain

/// What a command asks of whoever owns the data directory: this process, or the server over its control socket.
enum Operation: Codable, Sendable {
    case putPeople([PersonInput], dryRun: Bool)
    case befriend([Pair], dryRun: Bool)
    case unfriend([Pair])
    case putProducts([ProductInput], allowLowering: Bool, dryRun: Bool)
    case replaceTaxonomy([CategoryInput], acceptUnclassified: Bool, allowLowering: Bool, dryRun: Bool)
    case putPurchases(source: String, [PurchaseInput], reassign: Bool, dryRun: Bool)
    case issueToken(person: String?, client: String, scopes: [String], days: Int?)
    case listTokens
    case revokeToken(id: String)
    case showVisibility(person: String)
    case setVisibility([VisibilityInput])
    case setItem(person: String, item: String, visibility: String)
    case feed(person: String, limit: Int)
    /// The friends' board of a person, or that of the platform.
    case board(person: String?, limit: Int)
    case insights(person: String)
    case showShop(person: String)
    case setShop(ShopInput)
    case pick(PickInput)
    case share(ShareInput)
    case shareLinks(person: String)
    case revokeShare(person: String, link: String)
    case searchCatalogue(SearchInput)
    case explain(ExplanationQuery)
    case policyConsequences(directory: String?, overlays: [String], json: Bool)
    case policyUsefulness(json: Bool)
    case reloadPolicy(allowWidening: Bool, allowDestruction: Bool, revision: String?)
    case erase(person: String)
    case eraseExpired
    case erasureStatus(id: String)
    case acknowledgeErasure(id: String)
    case backup(path: String)
    case backupProgress
    /// Everything held about a person, as an archive.
    case exportPerson(person: String)
    case keys(KeyOperation)

    /// What is done with the keys; paths are absolute, as the server may stand elsewhere.
    enum KeyOperation: Codable, Sendable {
        case status
        case rotate(newKeyFile: String?, newPassphraseFile: String?)
        case reseal(givingUp: Bool)
        case progress
        case export(recipient: [UInt8], file: String)
    }

    struct Pair: Codable, Sendable {
        var first: String
        var second: String
    }

    struct PersonInput: Codable, Sendable {
        var handle: String
        /// Absent, it stays as it was.
        var name: String?
        var zone: FieldChange<String>
        /// Absent, it stays as it was; a new person is of age.
        var isMinor: Bool?
    }

    struct ProductInput: Codable, Sendable {
        var id: String
        var en: FieldChange<String>
        var zh: FieldChange<String>
        var category: FieldChange<String>
        var brand: FieldChange<String>
        var listPrice: FieldChange<MoneyInput>
        var exclusivePrice: FieldChange<MoneyInput>
        /// Absent, it stays as it was; a new good is listed.
        var isListed: Bool?
        /// In basis points.
        var commissionRate: FieldChange<Int>
        var references: FieldChange<[ReferenceInput]>
    }

    /// An amount in minor units.
    struct MoneyInput: Codable, Sendable {
        var amount: Int64
        var currency: String
    }

    /// What another seller asks.
    struct ReferenceInput: Codable, Sendable {
        var seller: String
        var price: MoneyInput
    }

    /// A change of a shop's front; what is absent stays, and an empty text is taken away.
    struct ShopInput: Codable, Sendable {
        var person: String
        var name: String?
        var sign: String?
        var line: String?
        var avatar: String?
        var isOpen: Bool?
    }

    /// What is put into a slot: a product, one of the person's purchases, or nothing.
    struct PickInput: Codable, Sendable {
        var person: String
        var slot: Int
        var product: String?
        var purchase: String?
    }

    struct ShareInput: Codable, Sendable {
        var person: String
        var audience: String
        var hours: Int
    }

    struct SearchInput: Codable, Sendable {
        var query: String?
        var category: String?
        var brand: String?
        var limit: Int
        var cursor: String?
    }

    struct CategoryInput: Codable, Sendable {
        var id: String
        var parent: String?
        var en: String?
        var zh: String?
    }

    struct PurchaseInput: Codable, Sendable {
        var order: String
        var line: String
        var buyer: String
        var product: String
        var quantity: UInt32
        var total: Int64
        var currency: String
        /// Seconds since 1970: an instant, or what the buyer's clock showed.
        var seconds: Int64
        var isLocal: Bool
        var shop: FieldChange<String>
        /// Absent, it stays as it was; a new purchase is bought.
        var status: String?
    }

    /// A change of one person's settings; what is absent stays.
    struct VisibilityInput: Codable, Sendable {
        var person: String
        var sharing: Bool?
        /// RFC 3339.
        var since: String?
        var optIn: [String] = []
        var optOut: [String] = []
        /// `audience:tier` to level.
        var levels: [String: String] = [:]
        var isPrivate: Bool?
        var privateUntil: String?
        var addCloseFriends: [String] = []
        var removeCloseFriends: [String] = []
        var addBlocks: [String] = []
        var removeBlocks: [String] = []
        var addMutes: [String] = []
        var removeMutes: [String] = []
    }
}

/// What came of an operation.
enum OperationResult: Codable, Sendable {
    case done
    /// The rows that were refused: position in what was sent, and the reason.
    case faults([Int: String])
    case token(secret: String, id: String)
    case tokens([TokenLine])
    /// The revision that was in force, and the one that is.
    case policy(former: String?, current: String)
    /// An answer in JSON, as the API gives it.
    case document([UInt8])
    case backup(BackupStanding)
    case keys(KeyReport)
    case resealing(ResealingReport)
    /// An archive, in base64: a list of numbers would take four times the room.
    case archive(String)

    struct TokenLine: Codable, Sendable {
        var id: String
        var client: String
        var person: String?
        var scopes: [String]
        var issuedAt: String
        var expiresAt: String?
        var revokedAt: String?
    }
}

/// Why an operation came to nothing, as it crosses the control socket.
struct OperationFailure: Codable, Error {
    var message: String
    var exitCode: CommandFailure.Code
}
