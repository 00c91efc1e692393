import Domain

/// What a step may have widened, by what its author said.
struct Effect: Sendable {
    let step: Step
    let isAcknowledged: Bool
    /// Whose purchases may be seen by more, or in finer forms; `nil` if everybody's.
    private let owners: Set<String>?
    private let purchases: Set<PurchaseName>
    /// A pair of which either may come to see as the public does what a friend did not see.
    private let pair: Set<String>
    /// Whether time has passed without a tick, so that only what is told to the minute may appear.
    private let admitsMinutes: Bool

    init(of step: Step, model: ModelState, isAcknowledged: Bool) {
        self.step = step
        self.isAcknowledged = isAcknowledged
        var owners: Set<String>? = []
        var purchases: Set<PurchaseName> = []
        var pair: Set<String> = []
        var admitsMinutes = false
        if isAcknowledged {
            switch step {
            case .befriend: owners = nil
            case .unfriend(let one, let other): pair = [one, other]
            case .change(let owner, _, .full, _): owners = [owner]
            case .setItem(_, let name, _, .full): purchases = [name]
            case .putPurchase(let row, _):
                if row.status == .bought, model.purchases[row.name]?.isReturned == true { purchases = [row.name] }
            case .loadPolicy(_, isPermitted: true): owners = nil
            case .wait(let hours):
                if model.now.day != model.now.advanced(bySeconds: Int64(hours) * 3600).day { owners = nil }
                admitsMinutes = true
            default: break
            }
        }
        (self.owners, self.purchases, self.pair, self.admitsMinutes) = (owners, purchases, pair, admitsMinutes)
    }

    func mayShow(_ name: PurchaseName, of owner: String, to viewer: String, in form: Form) -> Bool {
        guard let owners else { return true }
        return owners.contains(owner) || purchases.contains(name) || pair == [owner, viewer]
            || admitsMinutes && form.time == 5
    }
}
