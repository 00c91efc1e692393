import Domain

/// The generations that an answer was made from.
struct ReadSnapshot: Sendable {
    let sequence: UInt64
    let global: UInt64
    private(set) var generations: [PersonID: UInt64] = [:]

    init(sequence: UInt64, global: UInt64) {
        self.sequence = sequence
        self.global = global
    }

    func concerns(_ people: Set<PersonID>) -> Bool {
        people.count < generations.count
            ? people.contains { generations[$0] != nil } : generations.keys.contains(where: people.contains)
    }

    /// Notes the generation under which something of a person was read; the first note counts.
    mutating func note(_ person: PersonID, _ generation: UInt64) {
        if generations[person] == nil { generations[person] = generation }
    }
}
