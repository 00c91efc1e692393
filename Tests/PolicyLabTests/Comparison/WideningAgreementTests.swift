import Domain
import PolicyEngine
import PolicyLab
import Testing
import VitrineTesting

/// What an auditor is shown as wider, and what a server refuses to load, are the same.
struct WideningAgreementTests {
    typealias Bend = ComparedPolicy.Bend

    private func agreement(_ former: Policy, _ next: Policy) throws -> (diff: PolicyDifference, load: [PolicyWidening])
    {
        let taxonomy = try ComparedPolicy.taxonomy()
        return (
            PolicyDifference(from: former, to: next, taxonomy: taxonomy),
            next.widenings(over: former, taxonomy: taxonomy)
        )
    }

    @Test(arguments: Bend.wider + Bend.narrower + Bend.neutral)
    func `of a small change both say the same, there and back`(bend: Bend) throws {
        let (plain, bent) = (try ComparedPolicy.load(), try ComparedPolicy.load(bend))
        for (former, next) in [(plain, bent), (bent, plain)] {
            let (difference, widenings) = try agreement(former, next)
            #expect(
                difference.widens == !widenings.isEmpty,
                "\(former.revision == plain.revision ? "there" : "back"): \(difference.text) | \(widenings.map(\.description))"
            )
        }
    }

    /// A policy bent in up to three ways, as far as these can be put together.
    private func policy(_ generator: inout SplitMix64) -> Policy? {
        let all = Bend.wider + Bend.narrower + Bend.neutral
        let bends = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            all[Int.random(in: all.indices, using: &generator)]
        }
        return try? ComparedPolicy.load(bends)
    }

    @Test(arguments: UInt64(1)...6) func `of any two policies both say the same`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var (compared, wider) = (0, 0)
        while compared < 20 {
            guard let former = policy(&generator), let next = policy(&generator) else { continue }
            let (difference, widenings) = try agreement(former, next)
            #expect(
                difference.widens == !widenings.isEmpty,
                "seed \(seed): \(difference.text) | \(widenings.map(\.description))")
            compared += 1
            if difference.widens { wider += 1 }
        }
        // Neither of the two says always the same.
        #expect(wider > 0 && wider < compared)
    }
}
