import Disclosure
import Domain

/// The body by which a person is put: a field that is absent stays as it was.
struct PersonBody: Sendable {
    private let name: String?
    private let zone: FieldChange<Zone>
    private let isMinor: Bool?

    static let reading = FieldReading<PersonBody>.object { reader in
        PersonBody(
            name: reader.stated("name", .parsed { TextRule.name.normalized($0) }),
            zone: reader.change("zone", .parsed(.notAChoice) { Zone($0) }),
            isMinor: reader.stated("minor", .boolean))
    }

    func change(_ handle: Handle) -> People.Change {
        People.Change(handle: handle, name: name, zone: zone, isMinor: isMinor)
    }
}
