import Domain
import PolicyEngine
import Sealing
import Synchronization

/// The part of a purchase that stays when its row goes.
///
/// A narrowing belongs to the key (source, order, line), not to the row. When the platform deletes a purchase or gives it to
/// another buyer, its place in the owner's ledger keeps the narrowing: the facts without product and release, and details
/// that hold the key alone. The entry of the index goes on leading there, so that whatever is put under that key next meets
/// it without any other look-up. Remains are never listed: ``OwnerRecords/facts(of:)`` leaves them out.
extension PurchaseFacts {
    var isGone: Bool { flags.contains(.gone) }

    /// Whether the owner's own word on the purchase is narrower than what former buyers said, or replaces it.
    var hasOwnWord: Bool { flags.contains(.spoken) || override.farthest < others.farthest }

    /// What the journal keeps of this.
    var floor: ItemFloor { ItemFloor(override: override, flags: flags.intersection(.kept)) }

    /// Whether the purchase is shown to fewer people than the settings alone would show it to, or may be once it changes its
    /// buyer.
    func isNarrowed(at now: Instant) -> Bool {
        override != .none || others != .none || !flags.isDisjoint(with: .kept.union(.elsewhere)) || hold.until > now
    }

    /// Returns what has to be kept when the purchase goes, or `nil` if nobody narrowed anything.
    ///
    /// The class at purchase is kept where the rulebook has the product in a less strict one now.
    func remains(_ rulebook: Rulebook, at now: Instant) -> PurchaseFacts? {
        if isGone { return self }
        let current = rulebook.good(product)?.classCode ?? .unknown
        let keepingClass = rulebook.stricter(current, classCode) != current
        guard isNarrowed(at: now) || keepingClass else { return nil }
        var remains = PurchaseFacts.vacant
        remains.nonce = nonce
        (remains.minute, remains.dayShift) = (minute, dayShift)
        if keepingClass { (remains.product, remains.classCode) = (product, classCode) }
        remains.flags = flags.intersection(.kept.union([.spoken, .elsewhere])).union(.gone)
        (remains.override, remains.others, remains.hold) = (override, others, hold)
        return remains
    }

    /// Returns the narrowing as it holds for another buyer of the same key.
    ///
    /// What any former buyer said holds for everybody who has said nothing themself; what the next buyer said counts for them.
    /// `own` is what remains of the next buyer's own purchase under this key.
    func passedOn(to own: PurchaseFacts?) -> PurchaseFacts {
        var passed = self
        passed.others = others.met(override)
        passed.override = passed.others
        passed.flags.remove(.spoken)
        guard let own else { return passed }
        passed.others = passed.others.met(own.others)
        passed.override = passed.others
        if own.hasOwnWord {
            passed.override = own.override
            passed.flags.insert(.spoken)
        }
        return passed
    }
}

extension PurchaseFacts.Flags {
    /// What is kept of a purchase whoever its buyer is.
    static let kept: Self = [.minor, .isPrivate, .returned]
}

/// The remains of one person, within a write.
struct Remains {
    /// A person keeps remains of so many purchases.
    ///
    /// Past it the person's head notes that narrowings were lost, and what is put under unknown keys is hidden until the owner
    /// says otherwise, see ``Head/lostRemains``.
    static let standardLimit = 10_000

    let transaction: WriteTransaction

    /// Where remains of a purchase lie in a person's ledger; `nil` if there are none.
    func find(_ nonce: UInt64, of head: Head) async throws(VaultError) -> (PurchaseLocation, PurchaseFacts)? {
        for (number, keyClass, segment) in try await segments(of: head) {
            for slot in 0..<Segment.capacity where segment[slot].nonce == nonce && segment[slot].isGone {
                let location = PurchaseLocation(
                    owner: head.id, isWithheld: keyClass == .withheld,
                    ordinal: UInt32(number * Segment.capacity + slot))
                return (location, segment[slot])
            }
        }
        return nil
    }

    /// Whether there is room for the remains of one more purchase.
    func hasRoom(_ head: Head) async throws(VaultError) -> Bool {
        let limit = transaction.vault.remainsLimit.withLock(\.self)
        // As long as fewer places were given out altogether, nothing has to be counted.
        if head.open.ordinals.count + head.withheld.ordinals.count <= limit { return true }
        var count = 0
        for (_, _, segment) in try await segments(of: head) { count += segment.facts.count(where: \.isGone) }
        return count < limit
    }

    /// The segments that open, as the write has them so far.
    private func segments(of head: Head) async throws(VaultError) -> [(Int, KeyClass, Segment)] {
        var segments: [(Int, KeyClass, Segment)] = []
        for (ledger, keyClass) in [(head.open, KeyClass.open), (head.withheld, .withheld)] {
            for (number, counter) in zip(ledger.segments, ledger.counters) {
                do {
                    segments.append(
                        (
                            number, keyClass,
                            try await transaction.segment(head.id, keyClass, number, counter: counter)
                        ))
                } catch .unreadable {
                    // It is shown to nobody, and its failure is counted.
                    continue
                }
            }
        }
        return segments
    }
}
