import Domain
@_spi(EnforcementPoint) import Sealing

/// Takes people who are gone out of the history of somebody else's settings.
struct HistoryMentions {
    let transaction: WriteTransaction
    /// Whether a handle was that of one of them.
    let isGone: (Handle) -> Bool

    /// Stands where a handle was.
    private static let nobody = "(erased)"

    /// Says whether one of them was named.
    func remove(from head: Head) async throws -> Bool {
        let writer = HistoryWriter(transaction: transaction)
        var isChanged = false
        for (number, entry) in try await writer.entries(of: head) {
            let changes = entry.changes.map(withoutHandle)
            guard changes != entry.changes else { continue }
            isChanged = true
            try await writer.put(
                VisibilityHistory.Entry(at: entry.at, client: entry.client, policy: entry.policy, changes: changes),
                number: number, of: head.id)
        }
        if isChanged { transaction.touch(head.id) }
        return isChanged
    }

    /// Sentences about somebody begin with their handle.
    private func withoutHandle(_ sentence: String) -> String {
        guard let end = sentence.firstIndex(of: " "), let handle = Handle(String(sentence[..<end])), isGone(handle)
        else { return sentence }
        return Self.nobody + sentence[end...]
    }
}
