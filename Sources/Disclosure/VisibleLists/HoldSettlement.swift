import Domain
import Sealing

/// Notes with an owner's purchases which of them are held, before the owner, or the platform, changes what that is worked
/// out from.
///
/// Otherwise hiding what was raised would bring back what is held with it, and consenting to more would hold it because of
/// something that was never seen.
struct HoldSettlement {
    let rulebook: Rulebook
    let transaction: WriteTransaction

    func settle(_ person: PersonID) async throws {
        let now = transaction.vault.clock.now
        guard var head = try await transaction.head(of: person),
            let last = rulebook.raises.last(where: { $0.until > now }), last.number > head.settledRaise
        else { return }
        let facts = try await openFacts(of: head)
        let held = HeldItems(head: head, facts: facts, rulebook: rulebook, now: now)
        _ = try await transaction.keys(of: person)
        for (ordinal, facts) in facts {
            guard let hold = held.holds[ordinal], hold != facts.hold else { continue }
            let (number, slot) = Int(ordinal).quotientAndRemainder(dividingBy: Segment.capacity)
            guard let counter = head.open.counter(of: number) else { continue }
            var segment = try await transaction.segment(person, .open, number, counter: counter)
            segment[slot].hold = hold
            transaction.put(segment, person, .open, number)
        }
        head.settledRaise = last.number
        transaction.put(head)
    }

    /// Nothing where it does not open: what is in it is shown to nobody.
    private func segment(_ owner: PersonID, _ number: Int, _ counter: WriteCounter) async throws(VaultError) -> Segment?
    {
        do {
            return try await transaction.segment(owner, .open, number, counter: counter)
        } catch .unreadable {
            return nil
        }
    }

    /// The facts as the transaction has them so far.
    private func openFacts(of head: Head) async throws -> [(ordinal: UInt32, facts: PurchaseFacts)] {
        var facts: [(ordinal: UInt32, facts: PurchaseFacts)] = []
        for (number, counter) in zip(head.open.segments, head.open.counters) {
            guard let segment = try await segment(head.id, number, counter) else { continue }
            for (slot, fact) in segment.facts.enumerated() where !fact.isVacant && !fact.isGone {
                facts.append((UInt32(number * Segment.capacity + slot), fact))
            }
        }
        return facts
    }
}
