import NIOCore

/// The loads of the feed bench, taken in turns.
struct FeedTurns {
    let session: FeedSession
    let connections: Int
    let duration: Duration
    private var cold = Measured(name: "first page of everybody, cold", connections: 1)
    private var ready: Measured
    private var hot: Measured
    private var everybody: Measured
    private var openReady: Measured
    private var openHot: Measured
    private var single = Measured(name: "hot viewer, closed", connections: 1)
    private var singleReady = Measured(name: "ready body, closed", connections: 1)
    private var beside: Measured
    private var quiet: Measured
    private var openBeside: Measured
    /// Of what a closed loop gets, so that an open one does not pile up.
    private static let openShare = 0.6
    /// Reading a page takes the load as long as some hundred requests take the server.
    private static let sampledEvery = 25
    /// Answers a second of the hot viewer, as far as known.
    private var expected = 1_000.0

    init(session: FeedSession, connections: Int, duration: Duration) {
        (self.session, self.connections, self.duration) = (session, connections, duration)
        func row(_ name: String) -> Measured { Measured(name: name, connections: connections) }
        ready = row("ready body, closed")
        hot = row("hot viewer, closed")
        everybody = row("all viewers in turn, closed")
        openReady = row("ready body, open")
        openHot = row("hot viewer, open")
        beside = row("hot viewer, closed, with writes")
        quiet = row("hot viewer, closed, quiet again")
        openBeside = row("hot viewer, open, with writes")
    }

    /// Reads everybody's first page once on one connection, from a server that has served next to nothing.
    mutating func coldPass() async throws {
        var plan = plan(session.server, try await session.everybody())
        plan.connections = 1
        plan.onlyOnce = true
        cold.rounds.append(try await session.round(plan, on: session.server))
    }

    /// Runs both servers until they are warm, and learns how fast the hot page is.
    mutating func warmUp(withEverybody: Bool = true) async throws {
        var plan = plan(session.server, try await session.hotRequests(for: 30_000))
        plan.duration = .seconds(1)
        expected = try await session.round(plan, on: session.server).perSecond
        _ = try await session.round(self.plan(session.ready, session.readyRequests), on: session.ready)
        guard withEverybody else { return }
        _ = try await session.round(self.plan(session.server, try await session.everybody()), on: session.server)
    }

    /// The ready body and the hot viewer.
    mutating func hotTurn() async throws {
        ready.rounds.append(try await session.round(plan(session.ready, session.readyRequests), on: session.ready))
        hot.rounds.append(try await session.round(plan(session.server, try await hotRequests()), on: session.server))
        expected = max(expected, hot.median(\.perSecond))
    }

    /// All viewers in turn, and one connection alone.
    mutating func closedTurn() async throws {
        try await hotTurn()
        everybody.rounds.append(
            try await session.round(plan(session.server, try await session.everybody()), on: session.server))
        var one = plan(session.ready, session.readyRequests)
        one.connections = 1
        singleReady.rounds.append(try await session.round(one, on: session.ready))
        one = plan(session.server, try await hotRequests())
        one.connections = 1
        single.rounds.append(try await session.round(one, on: session.server))
    }

    mutating func openTurn(rate: Double?) async throws {
        let rate = rate ?? Self.openShare * hot.median(\.perSecond)
        var plan = plan(session.ready, session.readyRequests)
        plan.pace = .open(perSecond: rate)
        openReady.rounds.append(try await session.round(plan, on: session.ready))
        plan = self.plan(session.server, try await hotRequests())
        plan.pace = .open(perSecond: rate)
        openHot.rounds.append(try await session.round(plan, on: session.server))
    }

    /// The hot viewer with and without a background, in turns; every page that is sampled is checked.
    mutating func turnsBeside(
        rounds: Int, writes: Double, narrowings: Double, rate: Double?
    ) async throws -> [FeedReport.Beside] {
        let parties = try await BackgroundParties(session.world, hotViewer: session.hotViewer)
        let checker = PageChecker()
        async let checking: Void = checker.run()
        let background = Background(
            port: session.server.port, loop: session.besideLoop, writesPerSecond: writes,
            narrowingsPerSecond: narrowings,
            parties: parties, model: checker.model)
        var (total, openTotal) = (BackgroundOutcome(), BackgroundOutcome())
        let duration = duration
        for _ in 0..<rounds {
            // Sampled alike, so that what differs is the background.
            var plan = sampled(try await hotRequests(), checker)
            quiet.rounds.append(try await session.round(plan, on: session.server))
            plan = sampled(try await hotRequests(), checker)
            async let outcome = background.run(for: duration)
            beside.rounds.append(try await session.round(plan, on: session.server))
            total.add(try await outcome)
            plan.pace = .open(perSecond: rate ?? Self.openShare * hot.median(\.perSecond))
            async let other = background.run(for: duration)
            openBeside.rounds.append(try await session.round(plan, on: session.server))
            openTotal.add(try await other)
        }
        checker.finish()
        try await checking
        return [(beside, total), (openBeside, openTotal)].map { row, outcome in
            outcome.told(
                beside: row.name, wanting: (writes, narrowings), seconds: duration.seconds * Double(rounds),
                model: checker.model)
        }
    }

    private func plan(_ child: ChildServer, _ requests: [ByteBuffer]) -> LoadPlan {
        LoadPlan(port: child.port, requests: requests, connections: connections, duration: duration)
    }

    private func sampled(_ requests: [ByteBuffer], _ checker: PageChecker) -> LoadPlan {
        var plan = plan(session.server, requests)
        plan.onSample = checker.take
        plan.sampledEvery = Self.sampledEvery
        return plan
    }

    private func hotRequests() async throws -> [ByteBuffer] {
        try await session.hotRequests(for: 1.5 * expected * duration.seconds)
    }

    // MARK: What came of it

    var rows: [Measured] {
        var rows = [cold, ready, hot, everybody, singleReady, single, openReady, openHot, quiet, beside, openBeside]
        for (index, reference) in [2: ready, 3: ready, 5: singleReady, 7: openReady] {
            rows[index].reference = reference.rounds
        }
        return rows.filter { !$0.rounds.isEmpty }
    }

    var ratios: [String: Double] {
        var ratios: [String: Double] = [:]
        func set(_ name: String, _ measured: Measured, to reference: Measured) {
            var measured = measured
            measured.reference = reference.rounds
            ratios[name] = measured.rounds.isEmpty ? nil : measured.ratio(\.perSecond)
        }
        set("hot viewer to ready body, throughput", hot, to: ready)
        set("all viewers to hot viewer, throughput", everybody, to: hot)
        set("with writes to quiet, throughput", beside, to: quiet)
        return ratios
    }
}
