import Domain
@_spi(EnforcementPoint) import Sealing

/// Finds the write counters out from the records themselves, after those beside the keys were lost or are of another day.
///
/// A counter is bound into its box without standing there, so numbers are tried, from the one that is known outward, in
/// every era that there has been.
struct Recount {
    /// More writes than this to one record are not tried: some minutes' work for the largest head.
    static let farthest: UInt64 = 1 << 20

    let vault: Vault

    /// Everybody's heads and epochs, the rosters, and the tokens.
    ///
    /// A head or a token that opens under no number stays what it is, a record that does not open; a list of everybody that
    /// does not open is no ground to go on.
    func run(trustingMark: Bool = false) async throws(VaultError) {
        try await countRosters()
        for digest in try await Roster.tokens.entries(vault) {
            try await passing(.token(digest), vault.keys.serviceKey)
        }
        for person in try await Roster.people(vault).map(\.person) {
            guard let keys = try await vault.ownerKeys(of: person) else { continue }
            try await passing(.head(person), keys.open)
            try await passing(.standing(of: person), keys.open)
            try await passing(.deeds(of: person), keys.open)
            try await passing(.visits(of: person), keys.withheld)
            try await passing(.sales(of: person), keys.withheld)
        }
        try await passing(.epochLog, vault.keys.serviceKey)
        try await vault.counters.join(trustingMark: trustingMark)
    }

    func countRosters() async throws(VaultError) {
        for roster in [Roster.people, .tokens] {
            try await count(.roster(roster.kind, 0), with: vault.keys.serviceKey)
        }
    }

    private func passing<Class: SealingClass>(_ name: RecordName, _ key: RecordKey<Class>) async throws(VaultError) {
        do {
            try await count(name, with: key)
        } catch .unreadable {
            vault.failures.note()
        }
    }

    private func count<Class: SealingClass>(_ name: RecordName, with key: RecordKey<Class>) async throws(VaultError) {
        guard let box = try await vault.boxes([name])[0] else { return }
        let address = vault.keys.address(of: name)
        let known = try await vault.counters.expected([address])[0].counter
        let eras = (0...max(known.era, vault.counters.era)).reversed()
        for distance in 0...Self.farthest {
            var counts = [known.count + distance]
            if distance > 0, distance <= known.count { counts.append(known.count - distance) }
            for counter in counts.flatMap({ count in eras.map { WriteCounter(era: $0, count: count) } }) {
                let isIt = (try? vault.keys.opened(box, as: name.counted(counter), with: key) { _ in true }) ?? false
                guard isIt else { continue }
                if counter != known { try await vault.counters.replace([address: counter]) }
                return
            }
        }
        throw .unreadable
    }
}
