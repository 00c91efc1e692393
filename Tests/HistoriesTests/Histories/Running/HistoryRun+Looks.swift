import Domain
import Foundation

extension HistoryRun {
    private typealias Request = WireConnection.Request

    /// What is asked for in a look, and what is done with the answer.
    private struct Question {
        let request: Request
        let take: (WireConnection.Answer) -> Void
    }

    /// Everybody looks at everybody else, and at their own purchases and settings.
    func look(_ running: House.Running, after effect: Effect) async throws {
        guard outcome.violation == nil else { return }
        // Nothing was released before time has passed for the first time.
        if case .wait = effect.step { hasPassed = true }
        guard hasPassed || position == history.steps.count - 1 else { return }
        outcome.looks += 1
        var tokens: [(handle: String, token: String)] = []
        for handle in model.people.keys.sorted() {
            if let token = try await token(of: handle, running) { tokens.append((handle, token)) }
        }
        // The owners' own words first: they tell which item is which.
        let concerned = concerned(by: effect.step)
        try await ask(
            running,
            tokens.filter { concerned.contains($0.handle) }
                .flatMap { ownQuestions($0.handle, $0.token) })
        var seen: [String: [String: Form]] = [:]
        let lister = one(of: tokens)?.handle
        try await ask(
            running,
            tokens.flatMap { handle, token in
                publicQuestions(handle, token, lister) { id, form in seen[handle, default: [:]][id] = form }
            })
        if let (handle, token) = one(of: tokens) { try await ask(running, rareQuestions(handle, token)) }
        for (viewer, forms) in seen.sorted(by: { $0.key < $1.key }) {
            for (id, form) in forms.sorted(by: { $0.key < $1.key }) {
                compare(id, form, with: sights[viewer]?[id] ?? .nothing, of: viewer, effect)
            }
        }
        sights = seen
    }

    /// Whose own lists and settings a step may have changed; one more, drawn by chance, is looked at as well.
    private func concerned(by step: Step) -> Set<String> {
        let handles = Set(HistoryGenerator.handles)
        let chance = one(of: HistoryGenerator.handles).map { Set([$0]) } ?? []
        return switch step {
        case .putPurchase(let row, _): chance.union([row.buyer])
        case .change(let owner, _, _, _), .setItem(let owner, _, _, _): chance.union([owner])
        case .wait, .restart, .restore, .erase, .putPerson, .unfriend, .deletePurchase: handles
        default: chance
        }
    }

    private func ask(_ running: House.Running, _ questions: [Question]) async throws {
        let answers = try await running.connection.send(questions.map(\.request))
        for (question, answer) in zip(questions, answers) {
            if answer.status >= 500 { note(.failure, "\(question.request.path) was answered with \(answer.status)") }
            if answer.isWell { question.take(answer) }
        }
    }

    // MARK: What owners are told

    private func ownQuestions(_ handle: String, _ token: String) -> [Question] {
        let questions = [
            Question(request: Request(path: "/v1/me/purchases?limit=50", token: token)) { answer in
                for row in answer.items { self.takeLedger(row, of: handle) }
            }
        ]
        return questions + [
            Question(request: Request(path: "/v1/me/visibility", token: token)) { answer in
                self.takeSettings(answer.object, of: handle)
            }
        ]
    }

    private func takeLedger(_ row: [String: Any], of owner: String) {
        guard let id = row["id"] as? String, let order = row["order"] as? String, let line = row["line"] as? String,
            let number = model.people[owner]?.number
        else { return }
        let name = PurchaseName(order: order, line: line)
        items[id] = (name, number)
        guard let purchase = model.purchases[name], purchase.exists, purchase.owner == number else {
            return note(.gone, "\(owner)'s own list still has \(name.text)")
        }
        if purchase.isReturned, row["status"] as? String != "returned" {
            note(.ledgerStatus, "\(owner)'s own list says that \(name.text) was not returned")
        }
        let told = (row["visibility"] as? String).flatMap { ItemWord(name: $0) } ?? .standard
        if told.reach > purchase.word.reach {
            note(
                .ledgerWord,
                "\(owner)'s own list says \(told.name) of \(name.text), which was set to \(purchase.word.name)"
            )
        }
    }

    private func takeSettings(_ settings: [String: Any], of owner: String) {
        guard let person = model.people[owner] else { return }
        let blocks = Set(settings["blocks"] as? [String] ?? [])
        if let other = person.blocks.sorted().first(where: { !blocks.contains($0) }) {
            note(.settings, "\(owner)'s settings do not say that \(other) is blocked")
        }
        let close = Set(settings["closeFriends"] as? [String] ?? [])
        if let other = close.sorted().first(where: { !person.close.contains($0) }) {
            note(.settings, "\(owner)'s settings say that \(other) is close")
        }
        let isOn = (settings["sharing"] as? [String: Any])?["on"] as? Bool ?? false
        if isOn, person.since == nil { note(.settings, "\(owner)'s settings say that sharing is on") }
        let classes = settings["classes"] as? [String: [String: Any]] ?? [:]
        for (name, said) in classes.sorted(by: { $0.key < $1.key }) where said["optedIn"] as? Bool == true {
            if !person.optedIn.contains(name) { note(.settings, "\(owner)'s settings say that \(name) is opted in") }
        }
        let mode = (settings["privateMode"] as? [String: Any])?["on"] as? Bool ?? false
        if !mode, person.isPrivate(at: model.now) {
            note(.settings, "\(owner)'s settings say that private mode is off")
        }
    }

    // MARK: What others see

    private func publicQuestions(
        _ viewer: String, _ token: String, _ lister: String?, _ see: @escaping (String, Form) -> Void
    )
        -> [Question]
    {
        // The feed is always looked at, so that what widens is noticed at the step that widened it.
        let feed = "/v1/feed?limit=50"
        let questions = [
            Question(request: Request(path: feed, token: token)) { answer in
                for item in answer.items { self.take(item, viewer, in: feed, see) }
            }
        ]
        let others = HistoryGenerator.handles.filter { $0 != viewer }
        guard viewer == lister, let other = one(of: others) else { return questions }
        let list = "/v1/people/\(other)/purchases?limit=50"
        return questions + [
            Question(request: Request(path: list, token: token)) { answer in
                for item in answer.items { self.take(item, viewer, in: list) { _, _ in } }
            }
        ]
    }

    /// Single items, the owner's looks through others' eyes, and windows of shops: one person's a look.
    private func rareQuestions(_ handle: String, _ token: String) -> [Question] {
        let ids = items.keys.sorted().shuffled(using: &random).prefix(3).map { id in
            Question(request: Request(path: "/v1/items/\(id)", token: token)) { answer in
                self.take(answer.object, handle, in: "/v1/items/\(id)") { _, _ in }
            }
        }
        let others = HistoryGenerator.handles.filter { $0 != handle }
        let eyes = one(of: others).map { other in
            let path = "/v1/me/view-as/\(other)?of=purchases"
            return Question(request: Request(path: path, token: token)) { answer in
                for item in answer.items { self.take(item, other, in: path) { _, _ in } }
            }
        }
        let windows = one(of: others).map { other in
            Question(request: Request(path: "/v1/shops/\(other)/picks", token: token)) { answer in
                for pick in answer.items { self.takePick(pick, of: other, handle) }
            }
        }
        return ids + [eyes, windows].compactMap(\.self)
    }

    private func take(_ item: [String: Any], _ viewer: String, in path: String, _ see: (String, Form) -> Void) {
        let owner = (item["actor"] as? [String: Any])?["handle"] as? String ?? ""
        if item["kind"] as? String == "pick" { return takePick(item, of: owner, viewer) }
        guard item["kind"] as? String == "purchase", let id = item["id"] as? String else { return }
        // One's own purchases are no secret.
        if owner == viewer { return }
        outcome.sights += 1
        let form = Form(item)
        see(id, form)
        guard let known = items[id] else {
            return note(.unexplained, "\(viewer) sees \(id), which is in nobody's own list")
        }
        guard model.purchases[known.name]?.owner == known.owner else {
            return note(.gone, "\(viewer) sees \(known.name.text) of \(owner), who is not its buyer any more (\(path))")
        }
        if let (rule, reason) = model.refusal(known.name, form, to: viewer) {
            note(rule, "\(viewer) sees \(known.name.text) of \(owner) in \(path), but \(reason)")
        }
    }

    private func takePick(_ pick: [String: Any], of owner: String, _ viewer: String) {
        guard let id = (pick["product"] as? [String: Any])?["id"] as? String else { return }
        if model.products[id]?.isListed == false { note(.delisted, "\(viewer) sees \(id) in \(owner)'s shop") }
        guard pick["bought"] as? Bool == true, owner != viewer else { return }
        let exact = Form(product: 4, time: 0, price: 0, quantity: false)
        let isExplained = model.purchases.contains { name, purchase in
            purchase.row.product == id && purchase.row.buyer == owner && model.refusal(name, exact, to: viewer) == nil
        }
        if !isExplained { note(.badge, "\(viewer) sees that \(owner) bought \(id)") }
    }

    /// Notes an item that is seen, or seen in a finer form, although nobody said that it may be.
    private func compare(_ id: String, _ form: Form, with former: Form, of viewer: String, _ effect: Effect) {
        guard form.exceeds(former), let known = items[id], let purchase = model.purchases[known.name] else { return }
        if effect.mayShow(known.name, of: purchase.row.buyer, to: viewer, in: form) { return }
        note(
            .widensByItself,
            "\(viewer) sees \(known.name.text) of \(purchase.row.buyer) "
                + (former.isNothing ? "from then on" : "in a finer form") + ", and nobody said so")
    }
}
