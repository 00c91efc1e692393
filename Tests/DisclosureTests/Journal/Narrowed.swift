import Disclosure
import Domain
import PolicyEngine
import SampleWorld

/// One kind of narrowing, and whose view of whom it narrows: ben's of ada, who shares teas with him, her close friend.
struct Narrowed: CustomStringConvertible, Sendable {
    let description: String
    let narrow: @Sendable (World) async throws -> Void

    private static func patch(
        _ description: String, _ patch: @escaping @Sendable () throws -> VisibilityPatch
    ) -> Narrowed {
        Narrowed(description: description) { world in try await world.apply(try patch(), to: "ada") }
    }

    static let all: [Narrowed] = [
        Narrowed(description: "a purchase hidden") { try await $0.setItem("tea-1", of: "ada", to: .hidden) },
        Narrowed(description: "a purchase for nobody but friends of the first audience") {
            try await $0.setItem("tea-1", of: "ada", to: .atMost(.owner))
        },
        Narrowed(description: "a purchase deleted") { try await $0.point.intake.remove(World.key("tea-1")) },
        Narrowed(description: "a purchase returned") {
            try await $0.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", isReturned: true)
        },
        patch("a level lowered") {
            var change = ConsentChange()
            for audience in Audience.others { change.levels[.init(audience: audience, tier: .ordinary)] = .nothing }
            return VisibilityPatch(consent: change)
        },
        patch("sharing off") { VisibilityPatch(consent: ConsentChange(sharing: .off)) },
        patch("a block") { VisibilityPatch(blocks: .init(add: [try World.handle("ben")])) },
        Narrowed(description: "an end of friendship") { try await $0.unfriend("ada", "ben") },
        Narrowed(description: "an erasure") { try await $0.remove("ada") },
        Narrowed(description: "minority") { try await $0.put("ada", minor: true) },
    ]
}
