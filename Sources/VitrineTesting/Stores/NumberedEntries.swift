/// Entries by id, each with a number from 1 that stays its own when the entry is gone.
struct NumberedEntries<Entry> {
    /// Ids by their bytes: strings that only look alike are two ids, as in a database.
    private var numbers: [[UInt8]: UInt32] = [:]
    private var entries: [UInt32: Entry] = [:]

    /// What is there, by rising number.
    var listed: [(number: UInt32, draft: Entry)] {
        entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The numbers of what is gone, by id.
    var removed: [String: UInt32] {
        let gone = numbers.filter { entries[$0.value] == nil }
        return Dictionary(uniqueKeysWithValues: gone.map { (String(decoding: $0.key, as: UTF8.self), $0.value) })
    }

    @discardableResult
    mutating func put(_ entry: Entry, id: String) -> UInt32 {
        let key = Array(id.utf8)
        let number = numbers[key] ?? UInt32(numbers.count + 1)
        numbers[key] = number
        entries[number] = entry
        return number
    }

    mutating func remove(id: String) {
        if let number = numbers[Array(id.utf8)] { entries[number] = nil }
    }

    mutating func removeAll() {
        entries.removeAll()
    }
}
