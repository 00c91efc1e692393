import Domain
@_spi(EnforcementPoint) import Sealing

/// Reads what was released last from the records.
///
/// What does not open is counted and keeps nobody from anything but figures: a shop whose standing does not open has none, and
/// where the log does not open counting goes on behind what was released for certain.
struct EpochLoading {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    private static let peopleAtOnce = 1_000

    func load() async throws(VaultError) -> EpochState {
        let log = try await vault.counted([.epochLog], with: { _ in vault.keys.serviceKey }, EpochState.init)[0]
        var state = log ?? EpochState()
        let mark: EpochMark?
        do {
            mark = try await EpochMark.read(vault)
        } catch .unreadable {
            return lost()
        }
        if log == nil, try await isWritten(.epochLog) {
            guard let until = mark?.until else { return lost() }
            // Which epoch it was is not known, but no figure of it is shown under its name again.
            state.done = TimeBucket(size: .day, endingAt: until.minutes)
        }
        // Without a mark the keys were imported, or there never was a tick.
        state.mark = mark ?? EpochMark(noiseEra: vault.counters.era)
        if let closed = state.closedUntil, state.mark.until.map({ $0 < closed }) ?? true {
            // A kill came before the mark was written; nobody has been shown anything of it.
            state.mark.until = closed
            try await state.mark.write(vault)
        }
        try await loadStandings(&state)
        return state
    }

    private func lost() -> EpochState {
        var state = EpochState()
        state.isLost = true
        return state
    }

    private func loadStandings(_ state: inout EpochState) async throws(VaultError) {
        let people = try await point.people.all()
        for start in stride(from: 0, to: people.count, by: Self.peopleAtOnce) {
            let part = Array(people[start..<min(start + Self.peopleAtOnce, people.count)])
            let keys = try await vault.ownerKeys(of: part)
            let standings = try await vault.counted(
                part.map(RecordName.standing), with: { keys[$0]?.open }, BoardStanding.init)
            var missing: [PersonID] = []
            for (person, standing) in zip(part, standings) {
                state.standings[person] = standing
                if standing == nil { missing.append(person) }
            }
            // Older records may lack a standing that was written since: that shop begins anew.
            let boxes = try await vault.boxes(missing.map(RecordName.standing))
            for (person, box) in zip(missing, boxes) where box != nil { state.frozen.insert(person) }
        }
    }

    /// Whether something was ever written there, taken away since or not.
    private func isWritten(_ name: RecordName) async throws(VaultError) -> Bool {
        guard try await vault.counters.expected([vault.keys.address(of: name)])[0].counter == .zero else { return true }
        return try await vault.boxes([name])[0] != nil
    }
}
