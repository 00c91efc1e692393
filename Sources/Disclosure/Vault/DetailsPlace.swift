import Domain

/// Where the details of a purchase lie, and which purchase it is.
struct DetailsPlace {
    let owner: PersonID
    let ordinal: UInt32
    let nonce: UInt64

    init(owner: PersonID, ordinal: UInt32, nonce: UInt64) {
        self.owner = owner
        self.ordinal = ordinal
        self.nonce = nonce
    }

    init(owner: PersonID, _ fact: (ordinal: UInt32, facts: PurchaseFacts)) {
        self.init(owner: owner, ordinal: fact.ordinal, nonce: fact.facts.nonce)
    }
}
