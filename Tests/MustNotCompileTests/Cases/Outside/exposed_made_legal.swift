import Disclosure
import Foundation

private func read(_ item: ExposedItem) -> String { item.actor.handle + item.time.value }

private func served(_ items: [ExposedItem], _ own: OwnPurchasePage) throws -> [Data] {
    [try JSONEncoder().encode(items), try JSONEncoder().encode(own)]
}
