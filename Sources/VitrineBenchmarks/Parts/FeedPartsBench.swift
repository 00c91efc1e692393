import ArgumentParser
import Disclosure
import Domain
import FeedBuilder
import Foundation
import PolicyEngine
import PolicyLab

/// The steps of serving a page, each by itself.
struct FeedPartsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed-parts",
        abstract: "Measure the steps of serving a page, each by itself, over a small database in this process.",
        discussion: """
            One viewer with friends, of whom the first has 600 purchases and the others 60 each. Sealing and opening are \
            measured by `vitrine-bench sealing`, decisions also by `vitrine policy bench`.
            """)

    @Option(help: "Friends of the viewer.") var friends = 150
    @Option(help: "Runs of each step.") var runs = 2_000

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "vitrine-bench-parts-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try await PartsWorld(friends: friends, in: folder.path)
        FileLine.write(Machine.current().line)
        let clock = ContinuousClock()
        let start = clock.now
        let decisions = DecisionBenchmark(
            policy: world.policy, nanoseconds: { UInt64((clock.now - start).nanoseconds) })
        FileLine.write(decisions.report().text.trimmingCharacters(in: .newlines))
        for part in try await reading(world) + rendering(world) + [rebuilding(world)] { FileLine.write(part.line) }
    }

    private func reading(_ world: PartsWorld) async throws -> [Part] {
        let (point, viewer) = (world.point, world.viewer)
        let reading = point.reading(for: viewer)
        let sources = try await reading.friendSources()
        let state = WalkState(start: reading.now, since: Instant(seconds: -1), after: nil)
        return [
            try await Part("token to principal", runs: runs) {
                _ = try await point.tokens.principal(bearing: world.token)
            },
            try await Part("profile of the viewer", runs: runs) { _ = try await point.people.profile(of: viewer) },
            try await Part("visible lists of \(friends) friends", runs: runs) {
                _ = try await point.reading(for: viewer).friendSources()
            },
            try await Part("merge of \(sources.count) friends to a page of 20", runs: runs) {
                var merge = Merge(sources, from: state)
                for _ in 0..<20 { _ = merge.next() }
            },
            try await Part("page of 1 item: lists, merge", runs: runs) {
                _ = try await world.feeds.feed(of: viewer, PageRequest(limit: 1))
            },
            try await Part("page of 20 items: lists, merge, 20 items that were exposed before", runs: runs) {
                _ = try await world.feeds.feed(of: viewer, PageRequest(limit: 20))
            },
        ]
    }

    private func rendering(_ world: PartsWorld) async throws -> [Part] {
        let (point, viewer) = (world.point, world.viewer)
        let prepared = try await world.feeds.feed(of: viewer, PageRequest(limit: 20))
        guard prepared.value.items.count == 20, let cursor = prepared.value.next else {
            throw BenchFailure("the page is not full")
        }
        let binding = Array("feed".utf8)
        let payload = [UInt8](repeating: 7, count: 40)
        let sealed = point.cursors.sealed(payload, purpose: "bench", boundTo: binding)
        return [
            try await Part("page of 20 items as JSON, by an encoder", runs: runs) {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                _ = try encoder.encode(prepared.value)
            },
            try await Part("page of 20 items written, of items that were written before", runs: runs) {
                _ = try prepared.value.written { value in try [UInt8](JSONEncoder().encode(value)) }
            },
            try await Part("cursor sealed", runs: runs) {
                _ = point.cursors.sealed(payload, purpose: "bench", boundTo: binding)
            },
            try await Part("cursor opened", runs: runs) {
                _ = point.cursors.opened(sealed, purpose: "bench", boundTo: binding)
            },
            try await Part("second page of 20 items, by a cursor", runs: runs) {
                _ = try await world.feeds.feed(of: viewer, PageRequest(limit: 20, cursor: cursor))
            },
            try await Part("admitted by the gate, and handed over", runs: runs) {
                point.gate.admit(prepared)?.admission.finish()
            },
        ]
    }

    /// Changes the title of a good; the first reading after each makes the owner's lists anew.
    private func rebuilding(_ world: PartsWorld) async throws -> Part {
        let (point, owner) = (world.point, world.owner)
        guard let product = ProductID("bench-retitled") else { throw BenchFailure("no id of a product") }
        var times: [Double] = []
        let clock = ContinuousClock()
        for number in 0..<min(runs, 200) {
            try await point.catalogue.put([
                CatalogueEntry(
                    id: product, title: LocalizedText(en: "Title \(number)", zh: nil), categoryID: nil, brand: nil,
                    listPrice: nil, exclusivePrice: nil, isListed: true)
            ])
            let start = clock.now
            _ = try await point.reading(for: owner).source(owner, audience: .friends, kinds: nil)
            times.append((clock.now - start).seconds * 1e9)
        }
        return Part("lists of one owner (\(PartsWorld.purchases) purchases) rebuilt", times: times)
    }
}
