/// What a token allows its bearer to do.
public enum Scope: String, CaseIterable, Sendable {
    case feedRead = "feed:read"
    case shopWrite = "shop:write"
    case ledgerRead = "ledger:read"
    case visibilityNarrow = "visibility:narrow"
    case visibilityWiden = "visibility:widen"
    case account
    case platformPeople = "platform:people"
    case platformRelations = "platform:relations"
    case platformCatalogue = "platform:catalogue"
    case platformPurchases = "platform:purchases"
    case `operator`

    /// Whether a token of this scope speaks for a person, rather than for the platform or its operator.
    public var needsPerson: Bool {
        switch self {
        case .feedRead, .shopWrite, .ledgerRead, .visibilityNarrow, .visibilityWiden, .account: true
        case .platformPeople, .platformRelations, .platformCatalogue, .platformPurchases, .operator: false
        }
    }
}
