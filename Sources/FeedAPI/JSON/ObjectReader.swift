import Domain

/// Reads the members of one object, each by a name that this program knows.
final class ObjectReader {
    private let members: [String: JSONValue]
    private let pointer: JSONPointer
    private let faults: BodyFaults
    private var known: Set<String> = []

    init(_ members: [String: JSONValue], at pointer: JSONPointer, faults: BodyFaults) {
        self.members = members
        self.pointer = pointer
        self.faults = faults
    }

    /// The member, or nothing and a fault when it is absent or wrong.
    func required<Value>(_ name: StaticString, _ reading: FieldReading<Value>) -> Value? {
        guard let value = value(name) else {
            faults.note(.missing, at: pointer.member(name))
            return nil
        }
        return reading.read(value, pointer.member(name), faults)
    }

    /// The member, or nothing when it is absent (no fault) or wrong (a fault).
    func optional<Value>(_ name: StaticString, _ reading: FieldReading<Value>) -> Value? {
        value(name).flatMap { reading.read($0, pointer.member(name), faults) }
    }

    /// The change that the member asks for: none when it is absent, and `null` clears.
    func change<Value>(_ name: StaticString, _ reading: FieldReading<Value>) -> FieldChange<Value> {
        guard let value = value(name) else { return .asItWas }
        if value == .null { return .clear }
        return reading.read(value, pointer.member(name), faults).map { .to($0) } ?? .asItWas
    }

    /// The member, or nothing when it is absent; `null` is a fault, as to clear it would show more than before.
    func stated<Value>(_ name: StaticString, _ reading: FieldReading<Value>) -> Value? {
        guard let value = value(name) else { return nil }
        guard value != .null else {
            faults.note(.notClearable, at: pointer.member(name))
            return nil
        }
        return reading.read(value, pointer.member(name), faults)
    }

    /// Whether there is such a member, acceptable or not.
    func has(_ name: StaticString) -> Bool { members[name.description] != nil }

    /// Notes that this object is not acceptable as a whole, or one of its members.
    func refuse(_ name: StaticString? = nil, _ fault: FieldFault) {
        faults.note(fault, at: name.map(pointer.member) ?? pointer)
    }

    /// Tells, once and without its name, that there is a member that nobody asked for.
    func noteUnknownMembers() {
        if members.keys.contains(where: { !known.contains($0) }) {
            faults.note(.unknownField, at: pointer)
        }
    }

    private func value(_ name: StaticString) -> JSONValue? {
        known.insert(name.description)
        return members[name.description]
    }
}
