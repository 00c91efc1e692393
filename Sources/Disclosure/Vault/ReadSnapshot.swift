import Domain

/// What an answer was made from.
struct ReadSnapshot: Sendable {
    /// While the gate's stands still, nothing has changed.
    let sequence: UInt64
    let global: UInt64
    /// Of people of whom only what others see is in the answer.
    private(set) var faces: [PersonID: UInt64] = [:]
    private(set) var generations: [PersonID: UInt64] = [:]
    /// The friends of a viewer, and their faces in the same order.
    private(set) var circle: (people: [PersonID], faces: [UInt64]) = ([], [])

    init(sequence: UInt64, global: UInt64) {
        self.sequence = sequence
        self.global = global
    }

    func concerns(_ people: Set<PersonID>) -> Bool {
        if circle.people.contains(where: people.contains) { return true }
        return people.count < faces.count + generations.count
            ? people.contains { faces[$0] != nil || generations[$0] != nil }
            : faces.keys.contains(where: people.contains) || generations.keys.contains(where: people.contains)
    }

    /// Notes the face under which something was read that others may see of a person; the first note counts.
    mutating func note(_ person: PersonID, face: UInt64) {
        if faces[person] == nil { faces[person] = face }
    }

    /// Notes the faces of all friends of a viewer, before anything is read of them.
    mutating func note(_ people: [PersonID], faces: [UInt64]) {
        precondition(circle.people.isEmpty || circle.people == people, "a reading is for one viewer")
        if circle.people.isEmpty { circle = (people, faces) }
    }

    /// Notes the generation under which something of a person was read; the first note counts.
    mutating func note(_ person: PersonID, _ generation: UInt64) {
        if generations[person] == nil { generations[person] = generation }
    }
}
