import Domain
import Foundation
@_spi(EnforcementPoint) import Sealing

/// Writes the history of somebody's settings as part of a larger write.
struct HistoryWriter {
    /// More entries than this are not kept; the oldest go first.
    static let limit: UInt32 = 1_000

    let transaction: WriteTransaction

    /// Adds an entry; the head is put by the caller.
    func append(_ entry: VisibilityHistory.Entry, to head: inout Head) async throws {
        try await put(entry, number: head.historyCount, of: head.id)
        if head.historyCount >= Self.limit { transaction.delete(.history(head.id, head.historyCount - Self.limit)) }
        head.historyCount += 1
    }

    func put(_ entry: VisibilityHistory.Entry, number: UInt32, of person: PersonID) async throws {
        let keys = try await transaction.keys(of: person)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var writer = RecordWriter(reserving: 512)
        writer.put(String(decoding: try encoder.encode(entry), as: UTF8.self))
        transaction.put(writer.bytes, as: .history(person, number), with: keys.open)
    }

    /// The entries that are kept, with their numbers, oldest first.
    func entries(of head: Head) async throws(VaultError) -> [(number: UInt32, entry: VisibilityHistory.Entry)] {
        guard head.historyCount > 0 else { return [] }
        let vault = transaction.vault
        let keys = try await transaction.keys(of: head.id)
        let numbers = Array((head.historyCount - min(head.historyCount, Self.limit))..<head.historyCount)
        let names = numbers.map { RecordName.history(head.id, $0) }
        var entries: [(number: UInt32, entry: VisibilityHistory.Entry)] = []
        for (index, box) in try await vault.boxes(names).enumerated() {
            if let entry = vault.open(box, as: names[index], with: keys.open, VisibilityHistory.Entry.read) {
                entries.append((numbers[index], entry))
            }
        }
        return entries
    }
}

extension VisibilityHistory.Entry {
    /// Stands where the handle of somebody was who is no friend any more.
    private static let formerFriend = "(no friend now)"

    /// The entry as its owner reads it: lists of friends name those who are friends.
    ///
    /// Why somebody is no friend any more is told to nobody: unfriended, blocked and erased people look alike here.
    func naming(friends: Set<Handle>) -> VisibilityHistory.Entry {
        let changes = changes.map { sentence in
            guard let end = sentence.firstIndex(of: " "), Self.isOfFriends(sentence[end...]),
                Handle(String(sentence[..<end])).map(friends.contains) != true
            else { return sentence }
            return Self.formerFriend + sentence[end...]
        }
        return VisibilityHistory.Entry(at: at, client: client, policy: policy, changes: changes)
    }

    private static func isOfFriends(_ sentence: Substring) -> Bool {
        sentence.hasSuffix(" close friends") || sentence.hasPrefix(" sees what was released")
    }

    static func read(_ bytes: Span<UInt8>) throws(RecordFormatError) -> VisibilityHistory.Entry {
        var cursor = RecordCursor()
        let text = try cursor.text(in: bytes)
        guard let entry = try? JSONDecoder().decode(VisibilityHistory.Entry.self, from: Data(text.utf8)) else {
            throw .malformed
        }
        return entry
    }
}
