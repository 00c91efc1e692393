import Disclosure
import Domain
import PolicyEngine

extension PeopleError {
    /// For the person at the keyboard.
    var reason: String {
        switch self {
        case .unknownPerson: "one of the two is nobody here; import people first"
        case .notFriends: "they are not friends"
        case .samePerson: "nobody is their own friend"
        case .tooManyFriends: "one of the two has 5,000 friends already"
        case .tooManyBlocks: "the list is full"
        case .invalidName: "the name is empty, longer than 80 characters, or holds control or direction characters"
        case .nameMissing: "`name` is empty; a new person needs one"
        case .numberTaken: "no number could be drawn; run it again"
        }
    }
}

extension IntakeError {
    /// For the person at the keyboard.
    var reason: String {
        switch self {
        case .unknownBuyer: "the buyer is nobody here; import people first"
        case .unknownShop: "the shop's owner is nobody here"
        case .otherBuyer:
            "this order and line is another buyer's; check the ids, or say `--reassign` to take it from that buyer"
        case .quantityTooLarge: "the quantity is above 100,000"
        case .negativeAmount: "the total is below zero"
        case .implausibleInstant: "the instant lies before 1970-01-02, or more than a day ahead"
        }
    }
}

extension CatalogueFault {
    /// For the person at the keyboard.
    var reason: String {
        switch self {
        case .titleMissing: "the good would have no title; give `title` or `title_zh`"
        case .classLowered(let field):
            "by its \(field.rawValue) the good would be treated less strictly than before; keep it, or say `--allow-lowering`"
        }
    }
}

extension TaxonomyLoweringError {
    /// For the person at the keyboard.
    var reason: String {
        func told(_ ids: [String], _ one: String, _ many: String) -> String? {
            if ids.isEmpty { return nil }
            let names = ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? ", …" : "")
            return "\(ids.count) \(ids.count == 1 ? one : many) (\(names))"
        }
        let what = [told(products, "good", "goods"), told(categories, "category", "categories")]
        return """
            the taxonomy would treat \(what.compactMap(\.self).joined(separator: " and ")) less strictly than before
            import one that keeps them where they are, or say `--allow-lowering`
            """
    }
}

extension VisibilityError {
    /// For the person at the keyboard.
    func reason(_ policy: Policy) -> String {
        switch self {
        case .unknownPerson: "there is no such person"
        case .unknownMember(let list): "a handle given for \(list.rawValue) names nobody who can be in that list"
        case .listFull(let list): "the list \(list.rawValue) is full"
        case .consent(let error): error.reason(policy)
        case .widens: "this would show somebody more than before"
        case .unknownItem: "there is no such purchase of this person"
        }
    }
}

extension ConsentChangeError {
    fileprivate func reason(_ policy: Policy) -> String {
        switch self {
        case .unknownClass:
            "no such class; there are \(policy.classes.filter { $0.tier == .coarsen || $0.tier == .ownerDecides }.map(\.id).joined(separator: ", "))"
        case .cannotOptIn(let code):
            "`\(policy.sensitivityClass(code)?.id ?? "unknown")` cannot be opted in: it is shown to nobody, or needs no opting in"
        case .closerBelowFarther(let closer, let farther, let tier):
            "\(closer.name) would see less of \(tier.name) goods than \(farther.name)"
        case .sinceInTheFuture: "`since` lies in the future"
        case .endInThePast: "the end of private mode lies in the past"
        case .minor: "a minor shares nothing"
        }
    }
}

extension TokenError {
    /// For the person at the keyboard.
    var reason: String {
        switch self {
        case .noScope: "name at least one scope"
        case .personMissing(let scope): "the scope `\(scope.rawValue)` speaks for a person: say `--person HANDLE`"
        case .personNotAllowed(let scope): "the scope `\(scope.rawValue)` speaks for nobody: leave `--person` out"
        case .unknownPerson: "there is nobody with this handle"
        case .invalidClient: "a client's name has 1 to 64 printable ASCII characters without blanks"
        case .invalidLifetime: "a token lives 1 to \(AccessTokens.maximumDays) days"
        }
    }
}
