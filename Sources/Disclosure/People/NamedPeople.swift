import Domain

/// People whom somebody listed by handle, to block or mute them.
///
/// The list keeps what was written, whether or not it names anybody: were unknown handles refused, or dropped later on,
/// the list would tell who exists. A handle that named nobody when it was listed applies to whoever has it later.
struct NamedPeople: Hashable {
    private(set) var entries: [Handle: PersonID?] = [:]
    private var people: Set<PersonID> = []

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }
    var handles: [Handle] { entries.keys.sorted() }
    /// Those who had a listed handle when it was listed.
    var named: Set<PersonID> { people }

    func contains(_ person: PersonID, _ handle: Handle) -> Bool {
        people.contains(person) || entries[handle] == .some(nil)
    }

    mutating func insert(_ handle: Handle, naming person: PersonID?) {
        entries[handle] = .some(person)
        if let person { people.insert(person) }
    }

    mutating func remove(_ handle: Handle) {
        guard let person = entries.removeValue(forKey: handle) else { return }
        // The same person may be listed under an earlier handle too.
        if let person, !entries.values.contains(person) { people.remove(person) }
    }

    /// Whether everybody listed there is listed here too.
    func covers(_ other: NamedPeople) -> Bool {
        other.entries.allSatisfy { handle, person in entries[handle] == .some(person) }
    }
}

extension NamedPeople {
    func write(to writer: inout RecordWriter) {
        writer.put(handles) { writer, handle in
            writer.put(handle.text)
            writer.put((entries[handle] ?? nil)?.rawValue ?? 0)
        }
    }

    init(_ cursor: inout RecordCursor, in bytes: Span<UInt8>) throws(RecordFormatError) {
        self.init()
        let listed = try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in
            guard let handle = Handle(try cursor.text(in: bytes)) else { throw .malformed }
            let number = try cursor.number(UInt64.self, in: bytes)
            return (handle, number == 0 ? nil : PersonID(rawValue: number))
        }
        for (handle, person) in listed { insert(handle, naming: person) }
    }
}
