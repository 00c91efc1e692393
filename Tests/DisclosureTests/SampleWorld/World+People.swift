package import Disclosure
package import Domain
import Foundation
package import PolicyEngine

extension World {
    package func put(_ names: String..., zone: String = "UTC", minor: Bool = false) async throws {
        guard let zone = Zone(zone) else { throw WorldError.malformed(zone) }
        let profiles = try names.map {
            People.Profile(handle: try Self.handle($0), name: $0.capitalized, zone: zone, isMinor: minor)
        }
        if let fault = try await point.people.put(profiles).values.first { throw fault }
    }

    package func befriend(_ first: String, _ second: String) async throws {
        let faults = try await point.people.befriend([(Self.handle(first), Self.handle(second))])
        if let fault = faults[0] { throw fault }
    }

    package func unfriend(_ first: String, _ second: String) async throws {
        let faults = try await point.people.unfriend([(Self.handle(first), Self.handle(second))])
        if let fault = faults[0] { throw fault }
    }

    package func remove(_ name: String) async throws {
        try await point.people.remove(try Self.handle(name))
    }

    /// Switches sharing on, with levels by audience and tier; the rest at the policy's defaults.
    package func share(
        _ name: String, since: String? = nil, _ levels: [(Audience, Tier, Level)] = [], classes: [String] = []
    ) async throws {
        var change = ConsentChange(sharing: .on(since: try since.map(Self.instant)))
        for (audience, tier, level) in levels { change.levels[Consent.Setting(audience: audience, tier: tier)] = level }
        for name in classes { change.classes[ClassCode(name: name)] = true }
        try await apply(VisibilityPatch(consent: change), to: name)
    }

    package func apply(_ patch: VisibilityPatch, to name: String, mayWiden: Bool = true) async throws {
        try await point.visibility.apply(patch, of: try await id(name), client: "test", mayWiden: mayWiden)
    }

    package func block(_ other: String, by name: String) async throws {
        try await apply(VisibilityPatch(blocks: .init(add: [Self.handle(other)])), to: name)
    }

    package func makeClose(_ friend: String, to name: String) async throws {
        try await apply(VisibilityPatch(closeFriends: .init(add: [Self.handle(friend)])), to: name)
    }
}
