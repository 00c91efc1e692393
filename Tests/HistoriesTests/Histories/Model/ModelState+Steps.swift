import Domain

extension ModelState {
    /// Notes a step that the service acknowledged.
    mutating func note(_ step: Step) {
        switch step {
        case .putPerson(let handle, let minor, _): notePerson(handle, minor)
        case .befriend(let one, let other):
            for (near, far) in [(one, other), (other, one)] where people[near]?.friends[far] == nil {
                people[near]?.friends[far] = now
                people[near]?.close.remove(far)
            }
        case .unfriend(let one, let other):
            for (near, far) in [(one, other), (other, one)] {
                people[near]?.friends[far] = nil
                people[near]?.close.remove(far)
            }
        case .putPurchase(let row, _): note(row)
        case .deletePurchase(let name): purchases[name]?.exists = false
        case .putProduct(let row, _): note(row)
        case .deleteProduct(let id):
            // Its class stays the strictest that it had; what comes back under its id is no other good.
            products[id]?.isListed = false
            products[id]?.isDeleted = true
        case .erase(let handle, _): forget(handle)
        case .change(let owner, let change, let authority, _): note(change, of: owner, mayWiden: authority == .full)
        case .setItem(_, let name, let word, let authority):
            guard let former = purchases[name]?.word else { return }
            if authority == .full || word.reach < former.reach { purchases[name]?.word = word }
        case .loadPolicy(let variant, _): policy = variant
        case .restore: lastRestore = now
        case .wait(let hours): now = now.advanced(bySeconds: Int64(hours) * 3600)
        case .pick, .fillShelf, .restart, .backUp, .sweep, .reseal: break
        }
    }

    private mutating func notePerson(_ handle: String, _ minor: Bool?) {
        guard let known = people[handle] else {
            lastNumber += 1
            people[handle] = PersonState(number: lastNumber, isMinor: minor ?? false)
            return
        }
        guard let minor, minor != known.isMinor else { return }
        people[handle]?.isMinor = minor
        // Nothing widens by itself: whoever comes of age shares nothing until they say so.
        people[handle]?.since = nil
    }

    private mutating func note(_ row: PurchaseRow) {
        guard let buyer = people[row.buyer] else { return }
        var state =
            purchases[row.name] ?? PurchaseState(row: row, owner: buyer.number, written: now)
        var told = state.row
        told.status = row.status
        let wasRestored = lastRestore.map { $0 >= state.written } ?? false
        if told != row || !state.exists || wasRestored { state.written = now }
        state.row = row
        state.owner = buyer.number
        state.exists = true
        if let status = row.status { state.isReturned = status == .returned }
        if buyer.isMinor { state.asMinor = true }
        if buyer.isPrivate(at: now) || buyer.isPrivate(at: instant(ofMinute: row.minute)) { state.privately = true }
        purchases[row.name] = state
    }

    private mutating func note(_ row: ProductRow) {
        guard var state = products[row.id] else { return }
        if let shelf = row.category {
            state.shelf = shelf
            let told = Goods.sensitivity(ofShelf: shelf)
            if told.tier > state.sensitivity.tier { state.sensitivity = told }
        }
        if let title = row.titleZh {
            state.titleZh = title
            if title == Goods.tellingTitle { state.sensitivity = .withheld }
        }
        if let isListed = row.isListed ?? (state.isDeleted ? true : nil) { state.isListed = isListed }
        state.isDeleted = false
        products[row.id] = state
    }

    private mutating func forget(_ handle: String) {
        guard let gone = people.removeValue(forKey: handle) else { return }
        for other in people.keys {
            people[other]?.friends[handle] = nil
            people[other]?.close.remove(handle)
            people[other]?.blocks.remove(handle)
            people[other]?.unblocked[handle] = nil
        }
        // What was remembered of their purchases goes with them.
        for (name, purchase) in purchases where purchase.owner == gone.number {
            purchases[name]?.exists = false
            purchases[name]?.word = .standard
            purchases[name]?.isReturned = false
            purchases[name]?.asMinor = false
            purchases[name]?.privately = false
        }
    }

    private mutating func note(_ change: OwnerChange, of owner: String, mayWiden: Bool) {
        guard var person = people[owner] else { return }
        if mayWiden, policy == .wide { person.consentedToWide = true }
        switch change {
        case .sharing(true, let daysBack):
            let asked = daysBack.map { now.advanced(bySeconds: -Int64($0) * 86_400) }
            if person.isMinor { break }
            if mayWiden {
                // Switched on again without a day, it may keep the earlier one.
                person.since = asked ?? min(person.since ?? now, now)
            } else if let since = person.since, let asked {
                person.since = max(since, asked)
            }
        case .sharing(false, _): person.since = nil
        case .optIn(let name, let isIn):
            if !isIn { person.optedIn.remove(name) } else if mayWiden { person.optedIn.insert(name) }
        case .level(let audience, let tier, let level):
            let former = person.levels[audience]?[tier] ?? .nothing
            if mayWiden || level < former { person.levels[audience]?[tier] = level }
        case .privateMode(true, let hours):
            let until = hours.map { now.advanced(bySeconds: Int64($0) * 3600) }
            // What ran on ends where the new span does.
            for index in person.privateSpans.indices
            where person.privateSpans[index].until.map({ $0 > now }) ?? true {
                person.privateSpans[index].until = now
            }
            person.privateSpans.append((now, until))
        case .privateMode(false, _):
            for index in person.privateSpans.indices
            where person.privateSpans[index].until.map({ $0 > now }) ?? true {
                person.privateSpans[index].until = now
            }
        case .close(let friend, let isClose):
            if !isClose { person.close.remove(friend) } else if mayWiden { person.close.insert(friend) }
        case .block(let other, let isBlocked):
            if isBlocked {
                person.blocks.insert(other)
                // Unblocking restores nothing: whoever was a close friend is a friend.
                person.close.remove(other)
            } else if mayWiden, person.blocks.remove(other) != nil {
                person.unblocked[other] = now
            }
        }
        people[owner] = person
    }
}
