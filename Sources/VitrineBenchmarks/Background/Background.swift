import Histogram
import NIOCore

/// Owners who buy, change their shops, hide and show again over HTTP while a load runs.
struct Background: Sendable {
    /// How many wait for an answer at once, at most.
    private static let writers = 32
    private static let narrowers = 4
    /// How many purchases stay hidden at a time; the oldest is shown again.
    private static let hiddenAtOnce = 10

    let port: Int
    let loop: any EventLoop
    let writesPerSecond: Double
    let narrowingsPerSecond: Double
    let parties: BackgroundParties
    let model: NarrowingModel

    func run(for duration: Duration) async throws -> BackgroundOutcome {
        let start = ContinuousClock.now
        return try await withThrowingTaskGroup(of: BackgroundOutcome.self) { group in
            let writes = Paced(
                perSecond: writesPerSecond, workers: Self.writers, start: start, end: start + duration)
            let narrowings = Paced(
                perSecond: narrowingsPerSecond, workers: Self.narrowers, start: start, end: start + duration)
            if writesPerSecond > 0 {
                for worker in 0..<Self.writers { group.addTask { try await write(worker, writes) } }
            }
            if narrowingsPerSecond > 0 {
                for worker in 0..<Self.narrowers { group.addTask { try await narrow(worker, narrowings) } }
            }
            return try await group.reduce(into: BackgroundOutcome()) { $0.add($1) }
        }
    }

    private func write(_ worker: Int, _ pace: Paced) async throws -> BackgroundOutcome {
        var outcome = BackgroundOutcome()
        let conversation = Conversation(port: port, on: loop)
        try await pace.run(worker: worker) { number in
            let start = NIODeadline.now()
            let answer = try await conversation.ask(
                number / Self.writers % 2 == 0 ? parties.purchase(number) : parties.line(number))
            outcome.note(answer?.head.status) { $0.writes.record(UInt64((NIODeadline.now() - start).nanoseconds)) }
        }
        try await conversation.close()
        return outcome
    }

    private func narrow(_ worker: Int, _ pace: Paced) async throws -> BackgroundOutcome {
        var outcome = BackgroundOutcome()
        var generator = SeededGenerator(seed: UInt64(worker))
        var hidden: [NarrowingModel.Item] = []
        let conversation = Conversation(port: port, on: loop)
        try await pace.run(worker: worker) { _ in
            guard let item = model.candidate(&generator) else { return }
            guard let request = parties.visibility(of: item, "hidden") else { return model.gaveUp(item) }
            let start = NIODeadline.now()
            let answer = try await conversation.ask(request)
            let now = NIODeadline.now()
            outcome.note(answer?.head.status) { $0.narrowings.record(UInt64((now - start).nanoseconds)) }
            guard answer?.head.status == 204 else { return model.gaveUp(item) }
            model.hid(item, at: now)
            hidden.append(item)
            if hidden.count > Self.hiddenAtOnce { try await reveal(hidden.removeFirst(), conversation) }
        }
        for item in hidden { try await reveal(item, conversation) }
        try await conversation.close()
        return outcome
    }

    private func reveal(_ item: NarrowingModel.Item, _ conversation: Conversation) async throws {
        guard let request = parties.visibility(of: item, "default") else { return }
        model.revealing(item, at: .now())
        let answer = try await conversation.ask(request)
        // Whatever is not known to be shown stays out of the game.
        if answer?.head.status == 204 { model.revealed(item) }
    }
}

extension BackgroundOutcome {
    fileprivate mutating func note(_ status: Int?, _ record: (inout BackgroundOutcome) -> Void) {
        if let status, (200...204).contains(status) { record(&self) } else { refused[status ?? 0, default: 0] += 1 }
    }
}
