extension Step: CustomStringConvertible {
    /// The step as a sentence.
    public var description: String {
        switch self {
        case .putPerson(let handle, let minor, let door):
            let told = minor.map { $0 ? " as a minor" : " as an adult" } ?? " without saying whether they are a minor"
            return "the host puts \(handle)\(told)\(door.words)"
        case .befriend(let one, let other): return "\(one) and \(other) become friends"
        case .unfriend(let one, let other): return "\(one) and \(other) are friends no more"
        case .putPurchase(let row, let door):
            return row.words + door.words
        case .deletePurchase(let name): return "the host deletes \(name.text)"
        case .putProduct(let row, let door):
            return row.words + door.words
        case .deleteProduct(let id): return "the host deletes the product \(id)"
        case .fillShelf(let count): return "the host adds \(count) goods to the shelf that has few"
        case .erase(let handle, let byThemselves):
            return byThemselves ? "\(handle) erases themselves" : "the host erases \(handle)"
        case .change(let owner, let change, let authority, let keyed):
            return "\(owner) \(change)\(authority.words)\(keyed ? ", with a key that is a digest of the body" : "")"
        case .setItem(let owner, let name, let word, let authority):
            return "\(owner) sets \(name.text) to \(word.name)\(authority.words)"
        case .pick(let owner, let product, let slot): return "\(owner) puts \(product) into slot \(slot)"
        case .loadPolicy(let variant, let isPermitted):
            return "the operator loads the \(variant.rawValue) policy\(isPermitted ? " and allows it to widen" : "")"
        case .restart: return "the service is stopped and started"
        case .backUp: return "the operator copies the records"
        case .restore(let asBackup):
            return asBackup
                ? "the operator restores the last copy" : "somebody lays the last copy in place of the records"
        case .sweep: return "the daily sweep is made"
        case .reseal: return "everything is sealed anew"
        case .wait(let hours): return "\(hours) hours pass"
        }
    }
}

extension OwnerChange: CustomStringConvertible {
    public var description: String {
        switch self {
        case .sharing(true, let days): "switches sharing on" + (days.map { " since \($0) days ago" } ?? "")
        case .sharing(false, _): "switches sharing off"
        case .optIn(let name, let isIn): isIn ? "opts \(name) in" : "opts \(name) out"
        case .level(let audience, let tier, let level):
            "sets the level of \(tier.rawValue) goods for \(audience.rawValue) to \(level.rawValue)"
        case .privateMode(true, let hours): "switches private mode on" + (hours.map { " for \($0) hours" } ?? "")
        case .privateMode(false, _): "switches private mode off"
        case .close(let friend, let isClose): isClose ? "makes \(friend) close" : "makes \(friend) close no more"
        case .block(let other, let isBlocked): isBlocked ? "blocks \(other)" : "unblocks \(other)"
        }
    }
}

extension Door {
    fileprivate var words: String { self == .table ? " (in a table)" : "" }
}

extension Authority {
    fileprivate var words: String { self == .narrowing ? ", by a token that may only narrow" : "" }
}

extension PurchaseRow {
    fileprivate var words: String {
        let status: String = self.status.map { "status \($0.rawValue)" } ?? "without status"
        return "the host puts \(name.text): \(buyer) buys \(product) for \(total) fen at minute \(minute), \(status)"
    }
}

extension ProductRow {
    fileprivate var words: String {
        let shelf: String = category.map { "category \($0)" } ?? "without category"
        let title: String = titleZh.map { "Chinese title \($0)" } ?? "without Chinese title"
        let status: String = isListed.map { $0 ? "listed" : "delisted" } ?? "without status"
        return "the host puts the product \(id): \(shelf), \(title), \(status)"
    }
}
