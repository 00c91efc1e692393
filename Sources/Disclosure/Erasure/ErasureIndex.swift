import Domain
import Synchronization

/// What is in memory of the register of erasures, and who may clean the files now.
final class ErasureIndex: Sendable {
    struct Entry {
        var id: [UInt8]
        var state: ErasureState
        var changedAt: Instant
        var person: PersonID?
        var entry: Address?

        init(_ record: ErasureRecord) {
            (id, state, changedAt) = (record.id, record.state, record.changedAt)
            (person, entry) = (record.person?.id, record.entry)
        }
    }

    /// Held by whoever looks for residue: erasures that come meanwhile are cleaned together with the next one.
    let cleaning = SerialLock()
    private struct State {
        /// `nil` until it is read, and after a write of which nobody knows whether it was done.
        var entries: [UInt64: Entry]?
        /// Raised with every change, so that what was read before one is not taken for what is there after it.
        var stand: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Every erasure that has a record, by its number.
    func all(_ register: ErasureRegister) async throws(VaultError) -> [UInt64: Entry] {
        let (known, stand) = state.withLock { ($0.entries, $0.stand) }
        if let known { return known }
        var found: [UInt64: Entry] = [:]
        for number in try await register.numbers() {
            if let record = try await register.record(number) { found[number] = Entry(record) }
        }
        let read = found
        state.withLock { if $0.stand == stand { $0.entries = read } }
        return read
    }

    /// Notes a record as it is on disk; `nil` when it was deleted.
    func note(_ record: ErasureRecord?, at number: UInt64) {
        state.withLock { state in
            state.entries?[number] = record.map(Entry.init)
            state.stand += 1
        }
    }

    /// Has everything read again, as it is not known what reached the disk.
    func invalidate() {
        state.withLock { state in
            state.entries = nil
            state.stand += 1
        }
    }
}
