import Domain
import SampleWorld
import Sealing
import Testing

@testable import Disclosure

struct RosterTests {
    private static func entry(_ number: Int) -> [UInt8] { Array(repeating: UInt8(number), count: 32) }

    private func append(_ numbers: Range<Int>, _ world: World) async throws {
        try await world.point.vault.write { transaction in
            for number in numbers { try await Roster.tokens.append(Self.entry(number), in: transaction) }
        }
    }

    @Test func `entries are read in the order in which they came, over several parts and writes`() async throws {
        let world = try await World()
        #expect(try await Roster.tokens.entries(world.point.vault).isEmpty)
        try await append(0..<1, world)
        try await append(1..<63, world)
        try await append(63..<65, world)
        try await append(65..<200, world)
        #expect(try await Roster.tokens.entries(world.point.vault) == (0..<200).map(Self.entry))
    }

    @Test func `a list that does not open is not taken for an empty one`() async throws {
        let world = try await World()
        try await append(0..<70, world)
        world.records.damage(world.keys.address(of: .roster(.tokenRoster, 1)))
        await #expect(throws: VaultError.unreadable) { try await Roster.tokens.entries(world.point.vault) }
        world.records.damage(world.keys.address(of: .roster(.tokenRoster, 0)))
        await #expect(throws: VaultError.unreadable) { try await Roster.tokens.entries(world.point.vault) }
        await #expect(throws: VaultError.unreadable) { try await append(70..<71, world) }
    }
}
