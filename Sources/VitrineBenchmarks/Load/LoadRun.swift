import Histogram
import NIOCore
import NIOPosix

/// A load under way; confined to one event loop.
final class LoadRun {
    let plan: LoadPlan
    private let loop: any EventLoop
    private let done: EventLoopPromise<LoadOutcome>
    private let start: NIODeadline
    private let end: NIODeadline
    /// How many requests were taken so far.
    private var taken = 0
    private var open = 0
    private var last: NIODeadline
    private var outcome = LoadOutcome()

    private init(_ plan: LoadPlan, loop: any EventLoop, done: EventLoopPromise<LoadOutcome>) {
        self.plan = plan
        self.loop = loop
        self.done = done
        start = .now()
        end = start + .nanoseconds(plan.duration.nanoseconds)
        last = start
    }

    /// Puts a load on a server and waits until it has ended.
    static func run(_ plan: LoadPlan, on loop: any EventLoop) async throws -> LoadOutcome {
        precondition(!plan.requests.isEmpty, "there is nothing to ask for")
        let done = loop.makePromise(of: LoadOutcome.self)
        loop.execute {
            let run = LoadRun(plan, loop: loop, done: done)
            for _ in 0..<plan.connections { run.connect() }
        }
        return try await done.futureResult.get()
    }

    private func connect() {
        open += 1
        let run = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LoadHandler(run.value))
                }
            }
            .connect(host: "127.0.0.1", port: plan.port)
            .whenFailure { error in run.value.done.fail(error) }
    }

    /// The next request and when it is due; nothing when there is no more to ask.
    func next() -> (request: ByteBuffer, due: NIODeadline, isSampled: Bool)? {
        let due: NIODeadline
        switch plan.pace {
        case .closed: due = .now()
        case .open(let perSecond): due = start + .nanoseconds(Int64(Double(taken) / perSecond * 1e9))
        }
        guard plan.onlyOnce ? taken < plan.requests.count : due < end else { return nil }
        let request = plan.requests[taken % plan.requests.count]
        taken += 1
        return (request, due, plan.onSample != nil && taken % plan.sampledEvery == 0)
    }

    func answered(status: Int, length: Int, due: NIODeadline, sent: NIODeadline, sample: ByteBuffer?) {
        let now = NIODeadline.now()
        if let sample, status == 200 { plan.onSample?(PageSample(sent: sent, received: now, bytes: sample)) }
        if case .closed = plan.pace, now > end, !plan.onlyOnce { return }
        last = now
        guard status == 200 else {
            outcome.refused[status, default: 0] += 1
            return
        }
        outcome.answers += 1
        outcome.bytes += length
        outcome.latency.record(UInt64(max(0, (now - due).nanoseconds)))
    }

    /// A connection has ended, with or without a request under way.
    func closed(hadRequest: Bool) {
        open -= 1
        if hadRequest {
            outcome.cutOff += 1
            if NIODeadline.now() < end || plan.onlyOnce { connect() }
        }
        guard open == 0 else { return }
        let until: NIODeadline
        if case .closed = plan.pace, !plan.onlyOnce { until = end } else { until = last }
        outcome.seconds = Double((until - start).nanoseconds) / 1e9
        done.succeed(outcome)
    }

    /// The server says what no client can read.
    func fail(_ error: any Error) { done.fail(error) }
}
