import Disclosure
package import Domain
import VitrineTesting

extension World {
    package static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else { throw WorldError.malformed(text) }
        return instant
    }

    package static func handle(_ text: String) throws -> Handle {
        guard let handle = Handle(text) else { throw WorldError.malformed(text) }
        return handle
    }

    package static func product(_ text: String) throws -> ProductID {
        guard let product = ProductID(text) else { throw WorldError.malformed(text) }
        return product
    }

    package static func key(_ order: String) throws -> PurchaseKey {
        guard let key = PurchaseKey(source: "platform", order: order, line: "1") else {
            throw WorldError.malformed(order)
        }
        return key
    }

    package static func euros(_ minorUnits: Int64) throws -> Money {
        guard let currency = Currency("EUR") else { throw WorldError.malformed("EUR") }
        return Money(minorUnits: minorUnits, currency: currency)
    }

    /// Sets the clock.
    package func now(_ text: String) throws {
        clock.set(try Self.instant(text))
    }

    package func id(_ name: String) async throws -> PersonID {
        guard let person = try await point.people.find(try Self.handle(name)) else { throw WorldError.nobody(name) }
        return person
    }
}
