import Disclosure
import Domain

/// The body by which a person is put.
struct PersonBody: Sendable {
    let name: String
    let zone: Zone
    let isMinor: Bool

    static let reading = FieldReading<PersonBody>.object { reader in
        let name = reader.required(
            "name",
            .parsed { text in
                TextRule.name.normalized(text)
            })
        let zone = reader.optional("zone", .parsed(.notAChoice) { Zone($0) })
        let isMinor = reader.optional("minor", .boolean)
        return name.map { PersonBody(name: $0, zone: zone ?? .utc, isMinor: isMinor ?? false) }
    }

    func profile(_ handle: Handle) -> People.Profile {
        People.Profile(handle: handle, name: name, zone: zone, isMinor: isMinor)
    }
}
